package dev.daybreak.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeFences;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.rollback.LookBack.Answer;
import dev.daybreak.stream.StreamState;
import dev.daybreak.stream.StreamState.Subscription;
import dev.daybreak.wayback.Cutover;
import dev.daybreak.wayback.WayBack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether a rollback would lose anything, wherever things stand.
class LookBackTest {
    private static final Instant CUTOVER = Instant.parse("2026-02-24T20:00:00Z");

    private final World world = new World();

    @BeforeEach
    void fiveDaysAfterACutover() {
        world.wiring().journal().write(cutover());
        world.fences.put(World.RDS, FakeFences.SHUT);
        world.secrets.put(
                Examples.SECRET,
                "v2",
                World.secret(World.AURORA, "application", Examples.PASSWORD));
        world.streams.flow();
    }

    @Test
    void nothingIsLostWhileTheStreamIsWhole() {
        assertThat(answer())
                .isEqualTo(
                        new Answer.Lossless(
                                new Bearings(
                                        CUTOVER,
                                        "v2",
                                        World.AURORA.host(),
                                        5432,
                                        cutover().before())));
    }

    @Test
    void todaysReplicasComeBackUnlessAnEarlierTryHasScaledToZero() {
        world.deployments.put(Examples.deployment(5));
        assertThat(bearings().before().replicas()).isEqualTo(Map.of("core-api", 5));

        world.deployments.put(Examples.deployment(0));
        assertThat(bearings().before().replicas()).isEqualTo(Map.of("core-api", 2));
    }

    static List<StreamState> broken() {
        return List.of(
                state(Subscription.MISSING, true, "reserved", 0),
                state(Subscription.DISABLED, true, "reserved", 0),
                state(Subscription.ENABLED, false, "reserved", 0),
                state(Subscription.ENABLED, true, "lost", 0),
                state(Subscription.ENABLED, true, "reserved", 1),
                new StreamState(
                        Subscription.ENABLED, 9, 0, true, false, Optional.of("reserved"), 4096));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aStreamThatIsNotWholeWouldLose(StreamState state) {
        world.streams.put(state);

        assertThat(answer())
                .isInstanceOfSatisfying(
                        Answer.Lossy.class,
                        lossy -> assertThat(lossy.why()).contains(state.words()));
    }

    @Test
    void anAuroraThatIsGoneWouldLose() {
        world.clusters.remove(Examples.CLUSTER);

        assertThat(answer())
                .isInstanceOfSatisfying(
                        Answer.Lossy.class, lossy -> assertThat(lossy.why()).contains("is gone"));
    }

    @Test
    void anEarlierRollbackThatOpenedRdsIsOnlyFinished() {
        world.fences.put(World.RDS, World.OPEN);
        world.secrets.put(
                Examples.SECRET, "v3", World.secret(World.RDS, "application", Examples.PASSWORD));

        assertThat(answer()).isInstanceOf(Answer.Decided.class);
    }

    @Test
    void anOpenRdsBesideAnAuroraInUseIsRefused() {
        world.fences.put(World.RDS, World.OPEN);

        assertThat(answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).contains("lifted the fence by hand"));
    }

    @Test
    void withoutACutoverThereIsNothingToGoBackFrom() {
        assertThat(answer(new World())).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void anInstanceThatDoesNotRunIsNamed() {
        world.instances.put(Examples.instance("16.15", "stopped"));

        assertThat(answer())
                .isInstanceOfSatisfying(
                        Answer.NotRunning.class,
                        answer -> assertThat(answer.why()).contains("mosaic-prod-db is stopped"));
    }

    /// Nobody waits for one that will not come back.
    @Test
    void anInstanceThatIsBeingDeletedIsRefused() {
        world.instances.put(Examples.instance("16.15", "deleting"));

        assertThat(answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        answer -> assertThat(answer.why()).contains("is deleting"));
    }

    /// For the moment is not for ever: the workflow tries again.
    @Test
    void aBrokenLineIsNoLoss() {
        world.streams.breakTheLine();

        assertThatThrownBy(this::answer).isInstanceOf(Unavailable.class);
    }

    private Bearings bearings() {
        return ((Answer.Lossless) answer()).bearings();
    }

    private Answer answer() {
        return answer(world);
    }

    private static Answer answer(World world) {
        var wiring = world.wiring();
        return new LookBack(
                        wiring.migration(),
                        wiring.journal(),
                        wiring.instances(),
                        wiring.clusters(),
                        wiring.secrets(),
                        wiring.deployments(),
                        wiring.fences(),
                        wiring.daysAfter().streams(),
                        wiring.places(),
                        wiring.logins())
                .answer(new LookBack.Order());
    }

    private static StreamState state(
            Subscription subscription, boolean slot, String walStatus, int unready) {
        return new StreamState(subscription, 0, unready, slot, true, Optional.of(walStatus), 0);
    }

    private static Cutover cutover() {
        return new Cutover(
                "arn:migrate",
                "run-1",
                CUTOVER,
                new WayBack(
                        "v1",
                        World.RDS.host(),
                        5432,
                        Map.of("core-api", 2),
                        List.of(),
                        Map.of(),
                        World.OPEN));
    }
}
