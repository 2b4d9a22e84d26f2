package dev.daybreak.decommission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.database.Session;
import dev.daybreak.decommission.JudgeDecommission.Answer;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.lastsnapshot.CheckTrial;
import dev.daybreak.lastsnapshot.DropTrial;
import dev.daybreak.lastsnapshot.TakeLastSnapshot;
import dev.daybreak.note.Day;
import dev.daybreak.note.Days;
import dev.daybreak.note.Held;
import dev.daybreak.note.Operation;
import dev.daybreak.proof.Holding;
import dev.daybreak.rds.Snapshot;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecommissionTest {
    private static final String RUN = "leave-1";
    private static final String TRIAL = "mosaic-prod-leave-1-check";
    private static final String FINAL = Examples.INSTANCE + "-final-snapshot";
    private static final String ME =
            "arn:aws:states:us-east-1:123456789012:execution:decommission:leave";

    private final World world = new World();

    DecommissionTest() {
        world.secrets.put(
                Examples.SECRET,
                "v2",
                World.secret(World.AURORA, "application", Examples.PASSWORD));
        green(7);
    }

    @Test
    void theWayIsFreeWhenEveryGateIsOpen() {
        assertThat(judge()).isInstanceOf(Answer.Fit.class);
        assertThat(world.journal.effects()).noneMatch(one -> one.startsWith("stop"));
    }

    @Test
    void everyShutGateIsNamedAtOnce() {
        green(3);
        world.secrets.put(
                Examples.SECRET, "v3", World.secret(World.RDS, "application", Examples.PASSWORD));
        world.databases.sessions(World.RDS, List.of(session("batch")));
        world.logs.refuse("10.0.9.9", "report", "cron", 4);

        assertThat(refusal(judge()))
                .contains(
                        "Only 3 days in a row",
                        "points to " + Examples.RDS_HOST,
                        "batch from 10.0.3.3",
                        "report from 10.0.9.9 (cron) tried to use the old host 4 times");
    }

    @Test
    void aLogThatCouldNotBeReadWholeIsNoGreenLight() {
        world.logs.cut();

        assertThat(refusal(judge())).contains("could not be read whole");
    }

    @Test
    void daybreaksOwnSessionsAreNoStrangers() {
        world.databases.sessions(World.RDS, List.of(session("daybreak")));

        assertThat(judge()).isInstanceOf(Answer.Fit.class);
    }

    @Test
    void aRollbackUnderWayShutsTheGate() {
        var journal = world.wiring().journal();
        journal.claim(new Operation(Operation.Kind.ROLLBACK, "rollback", World.START));
        world.executions.run("rollback");

        assertThat(refusal(judge())).contains("ROLLBACK");
        assertThat(begin(Map.of())).isInstanceOf(BeginDecommission.Answer.Refused.class);
    }

    @Test
    void aStoppedInstanceIsNotJudgedBlindly() {
        is("stopped");

        assertThat(refusal(judge())).contains("is stopped", "Start it");
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        assertThat(begin(Map.of("force", true)))
                .isInstanceOfSatisfying(
                        BeginDecommission.Answer.Refused.class,
                        answer ->
                                assertThat(answer.problems()).first().asString().contains("force"));
        assertThat(begin(Map.of("Comment", "x")))
                .isInstanceOf(BeginDecommission.Answer.Begun.class);
    }

    @Test
    void aDecommissionThatWasCutOffIsKnownAgain() {
        held();
        is("stopped");
        assertThat(judge()).isEqualTo(new Answer.Resting(World.START));
        world.clock.pass(Duration.ofDays(7));
        green(7);
        assertThat(judge()).isEqualTo(new Answer.Rested(World.START));
        world.instances.remove(Examples.INSTANCE);
        assertThat(judge()).isEqualTo(new Answer.Gone());
    }

    @Test
    void anInstanceThatWeNeverTookAwayIsMissed() {
        world.instances.remove(Examples.INSTANCE);

        assertThat(refusal(judge())).contains("no decommission of ours took it away");
    }

    @Test
    void itsDaysOfRestAreCounted() {
        var rest = new AwaitRest(world.migration, world.clock);
        var order = new AwaitRest.Order(world.clock.instant());
        assertThat(rest.answer(order)).isEqualTo(new AwaitRest.Answer.NotYet(168));
        world.clock.pass(Duration.ofDays(7));
        assertThat(rest.answer(order)).isEqualTo(new AwaitRest.Answer.Rested(7));
    }

    @Test
    void aSnapshotOfThatNameThatIsNotOursIsNeverReused() {
        held();
        world.snapshots.put(snapshot("available", Map.of()));

        assertThat(take())
                .isInstanceOfSatisfying(
                        TakeLastSnapshot.Answer.Refused.class,
                        answer ->
                                assertThat(answer.why()).contains("never reused", "finalSnapshot"));
    }

    @Test
    void theSnapshotOfThisVeryDecommissionIsGoneOnWith() {
        held();
        assertThat(take()).isEqualTo(new TakeLastSnapshot.Answer.Ordered(FINAL));
        assertThat(take()).isEqualTo(new TakeLastSnapshot.Answer.Ordered(FINAL));
        assertThat(world.journal.effects()).filteredOn(one -> one.startsWith("take")).hasSize(1);
    }

    @Test
    void aSnapshotThatHoldsSomethingElseStopsEverything() {
        held();
        world.instances.put(Examples.instance(TRIAL, "16.15", "available"));
        var address =
                new dev.daybreak.database.Address(
                        TRIAL + ".abc.us-east-1.rds.amazonaws.com", 5432, "mosaic");
        world.holdings.put(address, new Holding("5c", 2, 14, "0dd"));
        assertThat(check())
                .isInstanceOfSatisfying(
                        CheckTrial.Answer.Different.class,
                        answer ->
                                assertThat(answer.why())
                                        .contains("15 rows against 2 tables with 14"));
        world.holdings.put(address, Examples.HOLDING);
        assertThat(check()).isEqualTo(new CheckTrial.Answer.Whole(FINAL, 2, 15));
    }

    @Test
    void nothingButAThrowAwayIsDropped() {
        var drop = new DropTrial(world.migration, world.instances, world.life, world.clock);

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () ->
                                        drop.answer(
                                                new DropTrial.Order(
                                                        Examples.INSTANCE, World.START))))
                .hasMessageContaining("is no throw-away");
    }

    @Test
    void theInstanceIsDeletedOnlyWithItsCheckedSnapshot() {
        held();
        assertThat(delete(FINAL))
                .isInstanceOfSatisfying(
                        DeleteInstance.Answer.Refused.class,
                        answer -> assertThat(answer.why()).contains("no available snapshot"));
        world.snapshots.put(snapshot("available", Map.of(Held.TAG, "another-run")));
        assertThat(delete(FINAL)).isInstanceOf(DeleteInstance.Answer.Refused.class);
        world.snapshots.put(snapshot("creating", Map.of(Held.TAG, RUN)));
        assertThat(delete(FINAL)).isInstanceOf(DeleteInstance.Answer.Refused.class);
        world.snapshots.put(snapshot("available", Map.of(Held.TAG, RUN)));
        assertThat(delete("another")).isInstanceOf(DeleteInstance.Answer.Refused.class);
        assertThat(delete(FINAL)).isEqualTo(new DeleteInstance.Answer.Ordered("deleting"));
        assertThat(world.journal.effects())
                .containsOnlyOnce("delete %s, keeping its backups".formatted(Examples.INSTANCE));
    }

    @Test
    void aGateThatShutsAfterTheApprovalKeepsTheInstance() {
        held();
        world.snapshots.put(snapshot("available", Map.of(Held.TAG, RUN)));
        world.databases.sessions(World.RDS, List.of(session("batch")));

        assertThat(delete(FINAL)).isInstanceOf(DeleteInstance.Answer.Refused.class);
        assertThat(world.journal.effects()).noneMatch(one -> one.startsWith("delete"));
    }

    @Test
    void thePersonIsToldThatARollbackLosesWritesFromHereOn() {
        ask(RequestDecommission.Question.LEAVE);

        assertThat(world.alerts.last().level()).isEqualTo(Alert.Level.ASK);
        assertThat(world.alerts.last().body())
                .contains("A ROLLBACK LOSES EVERY WRITE", "send-task-success", "'t-1'");
    }

    @Test
    void thePersonIsToldWhatIsDeletedAndWhatIsLeft() {
        held();
        ask(RequestDecommission.Question.DELETE);

        assertThat(world.alerts.last().body())
                .contains(FINAL, "2 tables with 15 rows", "nothing was deleted");
    }

    @Test
    void whoeverIsAlarmedLearnsInWhichStateThingsAre() {
        held();
        is("stopped");
        new AnnounceDecommission(
                        world.migration,
                        world.instances,
                        world.snapshots,
                        world.wiring().journal(),
                        world.alerts)
                .answer(
                        new AnnounceDecommission.Order(
                                AnnounceDecommission.Ending.STOPPED,
                                "StartInstance",
                                "Daybreak.Failed",
                                "It is stopping.",
                                ME,
                                List.of("")));

        assertThat(world.alerts.last().state())
                .contains("is stopped and not deleted", "would lose writes", "is not taken");
        assertThat(world.alerts.last().next()).contains("start decommission again");
    }

    private static String refusal(Answer answer) {
        return answer instanceof Answer.Refused(var why) ? why : "not refused: " + answer;
    }

    private Answer judge() {
        var wiring = world.wiring();
        return new JudgeDecommission(
                        world.migration,
                        wiring.journal(),
                        world.instances,
                        new Gates(wiring),
                        world.clock)
                .answer(new JudgeDecommission.Order());
    }

    private BeginDecommission.Answer begin(Map<String, Object> input) {
        return new BeginDecommission(world.migration, world.wiring().journal())
                .answer(new BeginDecommission.Order(ME, "leave", World.START, input));
    }

    private TakeLastSnapshot.Answer take() {
        return new TakeLastSnapshot(
                        world.migration,
                        world.wiring().journal(),
                        world.instances,
                        world.snapshots,
                        world.clock)
                .answer(new TakeLastSnapshot.Order(world.clock.instant()));
    }

    private CheckTrial.Answer check() {
        return new CheckTrial(
                        world.migration,
                        world.wiring().journal(),
                        world.instances,
                        world.databases,
                        world.holdings,
                        world.wiring().places(),
                        world.wiring().logins())
                .answer(new CheckTrial.Order(TRIAL));
    }

    private DeleteInstance.Answer delete(String checked) {
        var wiring = world.wiring();
        return new DeleteInstance(
                        world.migration,
                        wiring.journal(),
                        world.instances,
                        world.snapshots,
                        world.life,
                        new Gates(wiring),
                        world.clock)
                .answer(new DeleteInstance.Order(checked, world.clock.instant()));
    }

    private void ask(RequestDecommission.Question question) {
        new RequestDecommission(world.migration, world.wiring().journal(), world.alerts)
                .answer(
                        new RequestDecommission.Order(
                                question, "t-1", ME, List.of("All is well."), 86_400));
    }

    private void held() {
        world.wiring().journal().write(new Held(RUN, World.START, Examples.HOLDING));
    }

    private void is(String status) {
        world.instances.put(Examples.instance("16.15", status));
    }

    private void green(int days) {
        var today = LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
        world.wiring()
                .journal()
                .write(
                        new Days(
                                IntStream.range(0, days)
                                        .mapToObj(ago -> new Day(today.minusDays(ago), List.of()))
                                        .toList()));
    }

    private static Snapshot snapshot(String status, Map<String, String> tags) {
        return new Snapshot(FINAL, "arn:" + FINAL, Examples.INSTANCE, status, 100, tags);
    }

    private static Session session(String user) {
        return new Session(7, user, "job", Optional.of("10.0.3.3"), Optional.empty());
    }
}
