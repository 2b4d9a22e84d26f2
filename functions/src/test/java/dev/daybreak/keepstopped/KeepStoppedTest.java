package dev.daybreak.keepstopped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.keepstopped.LookAwake.Answer;
import dev.daybreak.note.Wanted;
import dev.daybreak.power.MarkWanted;
import dev.daybreak.power.StopInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeepStoppedTest {
    private static final String MACHINE =
            "arn:aws:states:us-east-1:123456789012:execution:keep-stopped:";
    private static final String ME = MACHINE + "me";
    private static final String OTHER = MACHINE + "other";
    private static final String LEAVING =
            "arn:aws:states:us-east-1:123456789012:execution:decommission:leave";
    private static final Answer RUNS = new Answer.Nothing("It is wanted running, by x.");
    private static final Answer RESTS = new Answer.Nothing("It is stopped, as it should be.");

    private final World world = new World();

    static Stream<Arguments> looks() {
        return Stream.of(
                look("AWS started it", "available", 7, false, new Answer.ByAws("available")),
                look("AWS is starting it", "starting", 7, false, new Answer.NotYet("starting")),
                look("a start of day 3", "available", 3, false, new Answer.BySomebody("available")),
                look("a start under way", "starting", 3, false, new Answer.BySomebody("starting")),
                look("our stop, seen late", "available", 0, false, new Answer.NotYet("available")),
                look("an event that comes late", "stopped", 7, false, RESTS),
                look("the schedule, early", "stopped", 5, true, RESTS),
                look("the schedule, due", "stopped", 6, true, new Answer.Due(6)),
                look("AWS was faster", "available", 7, true, new Answer.ByAws("available")));
    }

    private static Arguments look(
            String story, String status, int days, boolean scheduled, Answer answer) {
        return Arguments.of(story, status, days, scheduled, answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void ageAndMarkerTellWhoStartedIt(
            String story, String status, int days, boolean scheduled, Answer answer) {
        is(status);
        wanted(Wanted.State.STOPPED, LEAVING, Duration.ofDays(days));

        assertThat(look(scheduled)).as(story).isEqualTo(answer);
    }

    @Test
    void aStartThatWeWantIsNobodysBusiness() {
        wanted(Wanted.State.RUNNING, "x", Duration.ofDays(9));

        assertThat(look(false)).isEqualTo(RUNS);
        assertThat(look(true)).isEqualTo(RUNS);
    }

    @Test
    void aStartOfAnExecutionThatStillRunsIsNotTakenForAwss() {
        wanted(Wanted.State.RUNNING, OTHER, Duration.ofMinutes(5));
        world.executions.run(OTHER);

        assertThat(look(false)).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void aStartOfAnExecutionThatDiedIsTakenBack() {
        wanted(Wanted.State.RUNNING, OTHER, Duration.ofHours(5));

        assertThat(look(true)).isEqualTo(new Answer.Abandoned(OTHER));
    }

    @Test
    void withoutAMarkerAStartIsLeftAlone() {
        assertThat(look(false)).isEqualTo(new Answer.BySomebody("available"));
    }

    @Test
    void givesUpAfterADay() {
        is("starting");
        wanted(Wanted.State.STOPPED, LEAVING, Duration.ofDays(7));
        var since = world.clock.instant();
        world.clock.pass(Duration.ofHours(24));

        assertThat(look(since)).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void awssSevenDaysCountFromTheStopWhoeverWantsItAnew() {
        is("stopped");
        wanted(Wanted.State.STOPPED, LEAVING, Duration.ofDays(6));
        wantStopped(LEAVING + "-again");
        world.clock.pass(Duration.ofDays(1));
        is("available");

        assertThat(look(false)).isEqualTo(new Answer.ByAws("available"));
    }

    @Test
    void aMarkForAnInstanceThatRunsBeginsAnew() {
        is("available");
        wanted(Wanted.State.STOPPED, LEAVING, Duration.ofDays(9));
        wantStopped(LEAVING + "-again");
        world.clock.pass(Duration.ofDays(1));

        assertThat(look(false)).isEqualTo(new Answer.BySomebody("available"));
    }

    private void wantStopped(String by) {
        new MarkWanted(world.migration, world.wiring().journal(), world.instances, world.clock)
                .answer(new MarkWanted.Order(Wanted.State.STOPPED, by, MarkWanted.Over.ANY));
    }

    @Test
    void anInstanceThatTheApplicationUsesIsNeverStopped() {
        wanted(Wanted.State.STOPPED, LEAVING, Duration.ZERO);

        assertThat(stop())
                .isInstanceOfSatisfying(
                        StopInstance.Answer.Refused.class,
                        answer -> assertThat(answer.why()).contains("the application uses it"));
        assertThat(world.journal.effects()).noneMatch(one -> one.startsWith("stop"));
    }

    @Test
    void anInstanceThatSomebodyWantsRunningIsNeverStopped() {
        onAurora();
        wanted(Wanted.State.RUNNING, "somebody", Duration.ZERO);

        assertThat(stop()).isInstanceOf(StopInstance.Answer.Refused.class);
    }

    @Test
    void anInstanceIsStoppedOnceWhenItIsAvailable() {
        onAurora();
        wanted(Wanted.State.STOPPED, LEAVING, Duration.ZERO);
        is("starting");
        assertThat(stop()).isEqualTo(new StopInstance.Answer.NotYet("starting"));
        is("available");
        assertThat(stop()).isEqualTo(new StopInstance.Answer.Ordered("stopping"));
        assertThat(stop()).isEqualTo(new StopInstance.Answer.Ordered("stopping"));
        assertThat(world.journal.effects()).containsOnlyOnce("stop " + Examples.INSTANCE);
    }

    @Test
    void wakesUpForOurInstancesStartsAndForTheScheduleOnly() {
        assertThat(wake(event("RDS-EVENT-0154", Examples.INSTANCE))).isPresent();
        assertThat(wake(event("RDS-EVENT-0088", Examples.INSTANCE))).isPresent();
        assertThat(wake(event("RDS-EVENT-0087", Examples.INSTANCE))).isEmpty();
        assertThat(wake(event("RDS-EVENT-0154", "another-db"))).isEmpty();
        assertThat(wake(Map.of("schedule", "keep-stopped")))
                .map(KeepPlan::scheduled)
                .contains(true);
        assertThat(wake(Map.of())).isEmpty();
    }

    /// AWS's own advice.
    @Test
    void triesAgainEveryFiveToNineMinutes() {
        assertThat(wake(event("RDS-EVENT-0154", Examples.INSTANCE)).orElseThrow().stopPollSeconds())
                .isBetween(300L, 540L);
    }

    @Test
    void whoCouldNotBeStoppedPagesSomebodyWithTheCommand() {
        new ReportKeeping(world.migration, world.instances, world.alerts)
                .answer(
                        new ReportKeeping.Order(
                                ReportKeeping.Ending.STILL_RUNNING,
                                "StopInstance",
                                "Daybreak.Failed",
                                "It is starting.",
                                ME,
                                List.of()));

        assertThat(world.alerts.last().level()).isEqualTo(Alert.Level.PAGE);
        assertThat(world.alerts.last().next()).contains("aws rds stop-db-instance --region");
        assertThat(world.alerts.last().state()).contains("takes the writes", "is available");
    }

    private static Map<String, Object> event(String id, String instance) {
        return Map.of(
                "source", "aws.rds", "detail", Map.of("EventID", id, "SourceIdentifier", instance));
    }

    private Optional<KeepPlan> wake(Map<String, Object> input) {
        return switch (new WakeUp(world.migration).answer(new WakeUp.Order(input))) {
            case WakeUp.Answer.Woken(var plan) -> Optional.of(plan);
            case WakeUp.Answer.NotOurs _ -> Optional.empty();
        };
    }

    private Answer look(boolean scheduled) {
        return looking().answer(new LookAwake.Order(ME, scheduled, world.clock.instant()));
    }

    private Answer look(Instant since) {
        return looking().answer(new LookAwake.Order(ME, false, since));
    }

    private LookAwake looking() {
        return new LookAwake(
                world.migration,
                world.wiring().journal(),
                world.instances,
                world.executions,
                world.clock);
    }

    private StopInstance.Answer stop() {
        return new StopInstance(
                        world.migration,
                        world.wiring().journal(),
                        world.instances,
                        world.life,
                        world.wiring().logins(),
                        world.clock)
                .answer(new StopInstance.Order(world.clock.instant()));
    }

    private void is(String status) {
        world.instances.put(Examples.instance("16.15", status));
    }

    private void wanted(Wanted.State state, String by, Duration ago) {
        world.wiring().journal().write(new Wanted(state, world.clock.instant().minus(ago), by));
    }

    private void onAurora() {
        world.secrets.put(
                Examples.SECRET,
                "v2",
                World.secret(World.AURORA, "application", Examples.PASSWORD));
    }
}
