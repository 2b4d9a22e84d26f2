package dev.daybreak.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.snapshot.AwaitSnapshot.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final Duration LIMIT = Examples.migration().limits().snapshot();

    private final World world = new World();

    @Test
    void ordersTheSnapshotOnce() {
        var first = take();
        var second = take();

        assertThat(first).isEqualTo(new TakeSnapshot.Answer.Ordered("snap")).isEqualTo(second);
        assertThat(world.journal.effects())
                .containsExactly("take snapshot snap of " + Examples.INSTANCE);
        assertThat(world.snapshots.find("snap").orElseThrow().tags())
                .containsEntry("daybreak:run", Examples.RUN);
    }

    @Test
    void refusesASnapshotOfAnotherInstance() {
        world.snapshots.put(new Snapshot("snap", "arn", "other-db", "available", 100, Map.of()));

        assertThatThrownBy(this::take)
                .isInstanceOf(Unexpected.class)
                .hasMessageContainingAll("snap", "other-db", Examples.INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"backing-up", "modifying"})
    void ordersItOnceTheInstanceIsNoLongerBusy(String status) {
        world.instances.put(Examples.instance("16.15", status));
        assertThat(take()).isEqualTo(new TakeSnapshot.Answer.NotYet(status));
        assertThat(world.journal.effects()).isEmpty();

        world.instances.put(Examples.instance());

        assertThat(take()).isEqualTo(new TakeSnapshot.Answer.Ordered("snap"));
    }

    @Test
    void isContentWithItsOwnSnapshotWhichKeepsTheInstanceBusy() {
        take();
        world.instances.put(Examples.instance("16.15", "backing-up"));

        assertThat(take()).isEqualTo(new TakeSnapshot.Answer.Ordered("snap"));
    }

    @Test
    void givesUpOnAnInstanceThatIsBusyForTooLong() {
        world.instances.put(Examples.instance("16.15", "backing-up"));
        world.clock.pass(LIMIT.minusMillis(1));
        assertThat(take()).isInstanceOf(TakeSnapshot.Answer.NotYet.class);

        world.clock.pass(Duration.ofMillis(1));

        assertThat(take())
                .isEqualTo(
                        new TakeSnapshot.Answer.Failed(
                                "Snapshot snap cannot be taken: instance mosaic-prod-db is"
                                        + " backing-up after 7200 s (limit 7200 s)."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "storage-full", "a-status-that-aws-invented", ""})
    void doesNotWaitForAnInstanceThatNeedsSomebody(String status) {
        world.instances.put(Examples.instance("16.15", status));

        assertThat(take()).isInstanceOf(TakeSnapshot.Answer.Failed.class);
    }

    @Test
    void tellsTheArnAndTheTimeOnceItIsAvailable() {
        put("available", 100);
        world.clock.pass(Duration.ofMillis(61_500));

        assertThat(await()).isEqualTo(new Answer.Available("arn:snap", 61_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "creating", "backing-up"})
    void waitsWhileItIsUnderWay(String status) {
        put(status, 40);

        assertThat(await()).isEqualTo(new Answer.NotYet(40));
    }

    @Test
    void waitsForASnapshotThatIsNotVisibleYet() {
        assertThat(await()).isEqualTo(new Answer.NotYet(0));
    }

    @Test
    void givesUpOnceItsPatienceIsSpent() {
        put("creating", 99);
        world.clock.pass(LIMIT.minusMillis(1));
        assertThat(await()).isEqualTo(new Answer.NotYet(99));

        world.clock.pass(Duration.ofMillis(1));

        assertThat(await())
                .isEqualTo(
                        new Answer.Failed(
                                "Snapshot snap is creating after 7200 s (limit 7200 s)."));
    }

    @Test
    void believesThatItIsAvailableEvenWhenItIsLate() {
        put("available", 100);
        world.clock.pass(LIMIT.plusSeconds(1));

        assertThat(await()).isInstanceOf(Answer.Available.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "deleting", "a-status-that-aws-invented", ""})
    void refusesAStatusThatItDoesNotKnow(String status) {
        put(status, 10);

        assertThat(await()).isInstanceOf(Answer.Failed.class);
    }

    private void put(String status, int percent) {
        world.snapshots.put(
                new Snapshot("snap", "arn:snap", Examples.INSTANCE, status, percent, Map.of()));
    }

    private Answer await() {
        return new AwaitSnapshot(world.snapshots, world.clock, world.migration.limits())
                .answer(new AwaitSnapshot.Order("snap", World.START));
    }

    private TakeSnapshot.Answer take() {
        return new TakeSnapshot(world.migration, world.instances, world.snapshots, world.clock)
                .answer(new TakeSnapshot.Order(Examples.RUN, "snap", World.START));
    }
}
