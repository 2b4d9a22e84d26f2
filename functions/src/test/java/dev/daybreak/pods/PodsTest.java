package dev.daybreak.pods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodsTest {
    private final World world = new World();

    @Test
    void scalesToZeroAndBack() {
        var down = new Quiesce(world.migration, world.deployments).answer(new Quiesce.Order());
        var up = new Resume(world.deployments).answer(new Resume.Order(Map.of("core-api", 2)));

        assertThat(down).isEqualTo(new Quiesce.Answer.ScaledToZero());
        assertThat(up).isEqualTo(new Resume.Answer.ScaledUp());
        assertThat(world.journal.effects())
                .containsExactly("scale core-api to 0", "scale core-api to 2");
    }

    @Test
    void aTerminatingPodIsNotGone() {
        world.deployments.put(Examples.deployment(0));
        pods(
                new Pod(
                        "p",
                        "Running",
                        false,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(noPods()).isEqualTo(new AwaitNoPods.Answer.NotYet(1));

        pods();
        assertThat(noPods()).isEqualTo(new AwaitNoPods.Answer.Gone());
    }

    @Test
    void noticesThatSomethingRaisedTheReplicasAgain() {
        pods();

        assertThat(noPods())
                .isInstanceOfSatisfying(
                        AwaitNoPods.Answer.Failed.class,
                        failed ->
                                assertThat(failed.why()).contains("core-api to 2 replicas again"));
    }

    @Test
    void countsThePodsOfADeploymentThatIsGone() {
        world.deployments.remove("core-api");

        assertThat(noPods()).isEqualTo(new AwaitNoPods.Answer.NotYet(2));
    }

    @Test
    void awaitNoPodsGivesUpOnceItsPatienceIsSpent() {
        world.deployments.put(Examples.deployment(0));
        world.clock.pass(world.migration.limits().podsGone().minusMillis(1));
        assertThat(noPods()).isEqualTo(new AwaitNoPods.Answer.NotYet(2));

        world.clock.pass(Duration.ofMillis(1));

        assertThat(noPods())
                .isEqualTo(
                        new AwaitNoPods.Answer.Failed(
                                "2 pods are still there after 300 s (limit 300 s), pod-a among"
                                        + " them."));
    }

    @Test
    void isReadyOnceTheControllerCaughtUpAndEveryPodIsThere() {
        assertThat(ready()).isEqualTo(new AwaitReady.Answer.Ready());

        for (var notYet :
                List.of(
                        deployment(2, 2, 2, 2, 2, 1),
                        deployment(2, 1, 2, 2, 1, 1),
                        deployment(2, 2, 1, 2, 1, 1),
                        deployment(2, 2, 2, 3, 1, 1),
                        deployment(1, 1, 1, 1, 1, 1))) {
            world.deployments.put(notYet);

            assertThat(ready())
                    .as("%s", notYet)
                    .isEqualTo(new AwaitReady.Answer.NotYet("core-api"));
        }
    }

    @Test
    void aDeploymentThatIsGoneIsNotReady() {
        world.deployments.remove("core-api");

        assertThat(ready()).isEqualTo(new AwaitReady.Answer.NotYet("core-api"));
    }

    @Test
    void awaitReadyGivesUpOnceItsPatienceIsSpentAndSaysWhatHurts() {
        world.deployments.put(deployment(2, 2, 0, 2, 1, 1));
        pods(
                new Pod(
                        "p",
                        "Pending",
                        false,
                        false,
                        Optional.empty(),
                        Optional.of("ImagePullBackOff"),
                        Optional.empty()));
        world.clock.pass(world.migration.limits().podsReady().minusMillis(1));
        assertThat(ready()).isInstanceOf(AwaitReady.Answer.NotYet.class);

        world.clock.pass(Duration.ofMillis(1));

        assertThat(ready())
                .isEqualTo(
                        new AwaitReady.Answer.Failed(
                                "Deployment core-api is not ready after 600 s (limit 600 s)."
                                        + " ImagePullBackOff"));
    }

    private static Deployment deployment(
            int replicas, int updated, int available, int all, long generation, long observed) {
        return new Deployment(
                "core-api",
                replicas,
                updated,
                available,
                all,
                generation,
                observed,
                Duration.ofSeconds(30));
    }

    private void pods(Pod... pods) {
        world.deployments.pods(Examples.SELECTOR, List.of(pods));
    }

    private AwaitNoPods.Answer noPods() {
        return new AwaitNoPods(world.migration, world.deployments, world.clock)
                .answer(new AwaitNoPods.Order(World.START));
    }

    private AwaitReady.Answer ready() {
        return new AwaitReady(world.migration, world.deployments, world.clock)
                .answer(new AwaitReady.Order(Map.of("core-api", 2), World.START));
    }
}
