package dev.daybreak.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.database.Session;
import dev.daybreak.database.Side;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.verify.Verify.Answer;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyTest {
    private static final Session A = World.session("10.0.0.1");
    private static final Session B = World.session("10.0.0.2");

    private final World world = new World();

    @Test
    void isContentOnceEveryPodHoldsASessionOnAurora() {
        world.databases.sessions(World.AURORA, List.of(A, B, B));

        assertThat(verify(Side.AURORA))
                .isEqualTo(new Answer.Verified(List.of("pod-a", "pod-b"), 200));
    }

    @Test
    void findsThePodWithoutASession() {
        world.databases.sessions(World.AURORA, List.of(A));

        assertThat(verify(Side.AURORA))
                .isEqualTo(new Answer.NotYet("Pod pod-b has no session on AURORA."));
    }

    @Test
    void findsThePodThatIsConnectedToTheWrongDatabase() {
        world.databases.sessions(World.AURORA, List.of(A, B));
        world.databases.sessions(World.RDS, List.of(B));

        assertThat(verify(Side.AURORA))
                .isEqualTo(new Answer.NotYet("Pod pod-b is connected to the wrong database."));
    }

    @Test
    void aPodWithoutAnAddressIsNotConnected() {
        world.databases.sessions(
                World.AURORA, List.of(new Session(1, "x", "", Optional.empty(), Optional.empty())));
        pods(
                new Pod(
                        "p",
                        "Pending",
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(verify(Side.AURORA))
                .isEqualTo(new Answer.NotYet("Pod p has no session on AURORA."));
    }

    @Test
    void noPodAtAllIsNotVerified() {
        pods();

        assertThat(verify(Side.AURORA)).isEqualTo(new Answer.NotYet("There is no pod."));
    }

    @Test
    void believesTheApplicationThatItIsUnwell() {
        world.databases.sessions(World.AURORA, List.of(A, B));
        world.application.answers(503, "");
        assertThat(verify(Side.AURORA))
                .isEqualTo(
                        new Answer.NotYet(
                                "https://api.mosaiclife.me/health answers 503 instead of 200."));

        world.application.answers(0, "Connection refused.");
        assertThat(verify(Side.AURORA))
                .isEqualTo(
                        new Answer.NotYet(
                                "https://api.mosaiclife.me/health answers 0 instead of 200."
                                        + " Connection refused."));
    }

    @Test
    void onTheWayBackAuroraNeedNotBeThere() {
        world.clusters.remove(Examples.CLUSTER);
        world.databases.sessions(World.RDS, List.of(A, B));

        assertThat(verify(Side.RDS)).isInstanceOf(Answer.Verified.class);
        assertThatThrownBy(() -> verify(Side.AURORA)).isInstanceOf(Unexpected.class);
    }

    @Test
    void givesUpOnceItsPatienceIsSpentAndNamesEverything() {
        world.application.answers(500, "");
        world.clock.pass(world.migration.limits().verification().minusMillis(1));
        assertThat(verify(Side.AURORA)).isInstanceOf(Answer.NotYet.class);

        world.clock.pass(Duration.ofMillis(1));

        assertThat(verify(Side.AURORA))
                .isEqualTo(
                        new Answer.Failed(
                                "Pod pod-a has no session on AURORA. Pod pod-b has no session on"
                                        + " AURORA. https://api.mosaiclife.me/health answers 500"
                                        + " instead of 200. Waited 180 s (limit 180 s)."));
    }

    private void pods(Pod... pods) {
        world.deployments.pods(Examples.SELECTOR, List.of(pods));
    }

    private Answer verify(Side side) {
        var wiring = world.wiring();
        return new Verify(
                        wiring.migration(),
                        wiring.deployments(),
                        wiring.databases(),
                        wiring.application(),
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock())
                .answer(new Verify.Order(side, World.START));
    }
}
