package dev.daybreak.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.note.Days;
import dev.daybreak.note.Held;
import dev.daybreak.note.Operation;
import dev.daybreak.note.Run;
import dev.daybreak.note.Wanted;
import dev.daybreak.validate.BeginValidation.Answer.Begun;
import dev.daybreak.validate.BeginValidation.Answer.NothingToValidate;
import dev.daybreak.validate.BeginValidation.Answer.Refused;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Finding;
import dev.daybreak.wayback.Cutover;
import dev.daybreak.wayback.WayBack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How a validation begins, and what becomes of its findings.
class ValidateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant STARTED = Instant.parse("2026-03-02T07:00:00Z");
    private static final String EXECUTION =
            "arn:aws:states:us-east-1:1:execution:validate:daily-2026-03-02";
    private static final Finding FINDING =
            new Finding(Check.HEALTH, "The application answers 503.", "Look at the pods.");

    private final World world = new World();

    @Test
    void beginsOnceTheApplicationIsOnAurora() {
        onAurora();

        assertThat(begin(Map.of("Comment", "daily")))
                .isEqualTo(
                        new Begun(
                                new ValidationPlan(
                                        DAY,
                                        Run.of("daily-2026-03-02", STARTED),
                                        true,
                                        World.START,
                                        45,
                                        2)));
        assertThat(world.wiring().journal().ownLooks().began()).containsExactly(STARTED);
    }

    @Test
    void hasNothingToDoWithoutACutoverOrAfterARollback() {
        assertThat(begin(Map.of())).isInstanceOf(NothingToValidate.class);

        onAurora();
        world.secrets.put(
                Examples.SECRET, "v3", World.secret(World.RDS, "application", Examples.PASSWORD));

        assertThat(begin(Map.of()))
                .isEqualTo(
                        new NothingToValidate(
                                "The application's secret points to RDS: %s."
                                        .formatted(Examples.RDS_HOST)));
        assertThat(world.wiring().journal().days()).isEqualTo(Days.NONE);
    }

    @Test
    void keepsOutOfTheWayOfWhoeverIsAtWork() {
        onAurora();
        run(Operation.Kind.ROLLBACK);

        assertThat(begin(Map.of())).isInstanceOf(NothingToValidate.class);
    }

    @Test
    void aDecommissionIsValidatedOnceRdsIsToBeStoppedAndWithoutTheStream() {
        onAurora();
        run(Operation.Kind.DECOMMISSION);
        assertThat(begin(Map.of())).isInstanceOf(NothingToValidate.class);

        world.wiring().journal().write(new Wanted(Wanted.State.STOPPED, STARTED, "arn"));

        assertThat(((Begun) begin(Map.of())).plan().flows()).isFalse();
    }

    @Test
    void aStreamThatADecommissionClosedIsNoFindingEvenIfTheDecommissionStopped() {
        onAurora();
        world.wiring().journal().write(new Held("run-1", STARTED, Examples.HOLDING));
        world.wiring().journal().write(new Wanted(Wanted.State.RUNNING, STARTED, "arn"));

        assertThat(((Begun) begin(Map.of())).plan().flows()).isFalse();
    }

    @Test
    void refusesAnInputThatItDoesNotKnow() {
        onAurora();

        assertThat(begin(Map.of("force", true)))
                .isEqualTo(
                        new Refused(
                                "A validation takes no input but a Comment; there is no field force."));
    }

    @Test
    void notesAGreenDayAndCountsThoseInARow() {
        assertThat(note(DAY.minusDays(1))).isEqualTo(new NoteDay.Answer.Noted(1));
        assertThat(note(DAY)).isEqualTo(new NoteDay.Answer.Noted(2));
        assertThat(note(DAY, FINDING, FINDING)).isEqualTo(new NoteDay.Answer.Noted(0));
        assertThat(world.wiring().journal().days().days().getLast().findings())
                .containsExactly("HEALTH");
    }

    @Test
    void aSecondGreenValidationDoesNotMakeTheDayGreen() {
        note(DAY, FINDING);

        assertThat(note(DAY)).isEqualTo(new NoteDay.Answer.Noted(0));
    }

    @Test
    void tellsCloudWatchOfEachCheckThatWasLookedAt() {
        new PutMetrics(world.metrics, world.clock)
                .answer(
                        new PutMetrics.Order(
                                List.of(Check.KUBERNETES_SECRET, Check.HEALTH),
                                List.of(FINDING),
                                3));

        assertThat(world.metrics.written())
                .isEqualTo(Map.of("KubernetesSecret", 0.0, "Health", 1.0, "GreenDays", 3.0));
    }

    @Test
    void tellsAGoodDayBriefly() {
        tell(List.of(), 3);

        var alert = world.alerts.last();
        assertThat(alert.level()).isEqualTo(Alert.Level.INFO);
        assertThat(alert.subject())
                .isEqualTo("Daybreak mosaic-prod: all is well on 2026-03-02 (3 green days)");
        assertThat(alert.next()).startsWith("Nothing. 3 of 7 green days are there");
        assertThat(alert.attributes()).containsEntry("findings", "-").hasSize(5);
    }

    @Test
    void tellsEachFindingWithWhatToDo() {
        tell(List.of(FINDING, new Finding(Check.STREAM, "It is broken.", "Look into the log.")), 0);

        var alert = world.alerts.last();
        assertThat(alert.level()).isEqualTo(Alert.Level.WARNING);
        assertThat(alert.subject())
                .isEqualTo("Daybreak mosaic-prod: 2 findings on 2026-03-02: HEALTH, STREAM");
        assertThat(alert.body())
                .contains(
                        "HEALTH: The application answers 503.\n    To do: Look at the pods.",
                        "STREAM: It is broken.\n    To do: Look into the log.",
                        "takes the writes",
                        "https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/v2/executions/details/"
                                + EXECUTION);
        assertThat(alert.attributes()).containsEntry("findings", "HEALTH, STREAM");
    }

    @Test
    void aSubjectIsNeverTooLong() {
        tell(
                List.of(Check.values()).stream()
                        .map(check -> new Finding(check, "wrong", "mend it"))
                        .toList(),
                0);

        assertThat(world.alerts.last().subject()).hasSize(Alert.SUBJECT_MAX);
    }

    @Test
    void theCauseOfAFailureIsToldAsASentence() {
        tell(
                List.of(
                        new Finding(
                                Check.LOGS,
                                "{\"errorMessage\": \"Kubernetes is gone.\", \"errorType\": \"x\"}",
                                "Mend it.")),
                0);

        assertThat(world.alerts.last().happened()).endsWith("(LOGS): Kubernetes is gone.");
    }

    private void onAurora() {
        world.secrets.put(
                Examples.SECRET,
                "v2",
                World.secret(World.AURORA, "application", Examples.PASSWORD));
        world.wiring()
                .journal()
                .write(
                        new Cutover(
                                "arn",
                                "run-1",
                                World.START,
                                new WayBack(
                                        "v1",
                                        Examples.RDS_HOST,
                                        5432,
                                        Map.of("core-api", 2),
                                        List.of(),
                                        Map.of(),
                                        World.OPEN)));
    }

    private void run(Operation.Kind kind) {
        world.executions.run("arn:other");
        world.wiring().journal().claim(new Operation(kind, "arn:other", STARTED));
    }

    private BeginValidation.Answer begin(Map<String, Object> input) {
        var wiring = world.wiring();
        return new BeginValidation(wiring.migration(), wiring.journal(), wiring.logins())
                .answer(new BeginValidation.Order("daily-2026-03-02", STARTED, input));
    }

    private NoteDay.Answer note(LocalDate day, Finding... findings) {
        return new NoteDay(world.wiring().journal())
                .answer(new NoteDay.Order(day, List.of(findings)));
    }

    private void tell(List<Finding> findings, int green) {
        new TellDay(world.migration, world.alerts)
                .answer(new TellDay.Order(DAY, true, findings, List.of(), green, EXECUTION));
    }
}
