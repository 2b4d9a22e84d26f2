package dev.daybreak.begin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.begin.BeginMigration.Answer;
import dev.daybreak.begin.BeginMigration.Order;
import dev.daybreak.fakes.World;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Run;
import dev.daybreak.settings.MigrationJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeginMigrationTest {
    private static final Instant STARTED = Instant.parse("2026-11-22T03:00:00Z");

    private final Migration migration =
            ((MigrationJson.Reading.Read) MigrationJson.read(Path.of("../migration.json")))
                    .migration();
    private final BeginMigration begin =
            new BeginMigration(migration, new World().wiring().journal());

    @Test
    void anEmptyInputMeansTheSettings() {
        assertThat(begin.answer(order(Map.of())))
                .isEqualTo(
                        new Answer.Begun(
                                new Plan(
                                        "evening-1-3ac693f2",
                                        "mosaic-prod-evening-1-3ac693f2-first",
                                        "mosaic-prod-evening-1-3ac693f2-final",
                                        "required",
                                        "resnapshot",
                                        true,
                                        86_400,
                                        86_400,
                                        45,
                                        2)));
    }

    @Test
    void theInputChoosesForThisExecution() {
        var answer = begin.answer(order(Map.of("approval", "none", "onLateWrites", "return")));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Begun.class,
                        begun -> {
                            assertThat(begun.plan().approval()).isEqualTo("none");
                            assertThat(begun.plan().onLateWrites()).isEqualTo("return");
                            assertThat(begun.plan().rebuild()).isFalse();
                        });
    }

    @Test
    void whatTheConsoleOffersIsNoProblem() {
        assertThat(begin.answer(order(Map.of("Comment", "Insert your JSON here"))))
                .isInstanceOf(Answer.Begun.class);
        assertThat(begin.answer(order(Map.of("comment", List.of(1, 2)))))
                .isInstanceOf(Answer.Begun.class);
    }

    @Test
    void refusesEverythingElseAtOnceAndByName() {
        var input = Map.<String, Object>of("aproval", "none", "onLateWrites", "resnapshoot");

        assertThat(begin.answer(order(input)))
                .isEqualTo(
                        new Answer.Refused(
                                List.of(
                                        "onLateWrites: found \"resnapshoot\"; allowed: resnapshot,"
                                                + " return (did you mean resnapshot?)",
                                        "aproval: found an unknown field; allowed: approval,"
                                                + " onLateWrites, Comment (did you mean"
                                                + " approval?)")));
        assertThat(begin.answer(order(Map.of("approval", false))))
                .isEqualTo(
                        new Answer.Refused(
                                List.of("approval: found no text; allowed: required, none")));
        assertThat(begin.answer(order(Collections.singletonMap("approval", null))))
                .isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "5ae7b1f6-6c1c-4a3e-9d3e-0123456789ab",
                "Evening of the 22nd!",
                "--__--",
                "漢字",
                "very-long-names-of-executions-may-have-80-characters-in-Step-Functions-----------"
            })
    void namesAreWhatRdsTakes(String execution) {
        var run = Run.of(execution, STARTED);

        assertThat(run).hasSizeLessThanOrEqualTo(20).matches("[a-z0-9](-?[a-z0-9])*");
        assertThat(Plan.finalSnapshot("mosaic-prod", run)).matches("[a-z](-?[a-z0-9])*");
    }

    @Test
    void differentExecutionsHaveDifferentNamesAndTheSameOneHasTheSame() {
        var names =
                IntStream.range(0, 1000)
                        .mapToObj(number -> Run.of("a-long-name-of-a-migration-" + number, STARTED))
                        .distinct();

        assertThat(names).hasSize(1000);
        assertThat(Run.of("Evening", STARTED)).isNotEqualTo(Run.of("evening", STARTED));
        assertThat(Run.of("evening", STARTED)).isEqualTo(Run.of("evening", STARTED));
        assertThat(Run.of("evening", STARTED))
                .isNotEqualTo(Run.of("evening", STARTED.plusMillis(1)));
    }

    private static Order order(Map<String, Object> input) {
        return new Order("arn:evening-1", "evening-1", STARTED, input);
    }
}
