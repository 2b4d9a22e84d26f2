package dev.daybreak.announce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.announce.Announce.Ending;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnounceTest {
    private static final String CAUSE =
            "{\"errorMessage\":\"The disk is full.\",\"errorType\":\"x\",\"stackTrace\":[]}";

    @ParameterizedTest
    @EnumSource
    void tellsWhatHappenedTheStateAndWhatToDo(Ending ending) {
        var alert = announce(new World(), ending, "Fence", "dev.daybreak.fault.Unavailable");

        assertThat(alert.body().lines().findFirst()).contains(alert.happened());
        assertThat(alert.body())
                .contains("The disk is full.")
                .doesNotContain("errorMessage")
                .contains("\nNow: " + alert.state())
                .contains("\nNext: " + alert.next())
                .contains("\nA detail.\n")
                .contains("Step: Fence, error: dev.daybreak.fault.Unavailable")
                .contains("Execution: arn:execution");
        assertThat(alert.state()).isNotBlank();
        assertThat(alert.next()).isNotBlank();
        assertThat(alert.attributes())
                .containsEntry("kind", ending.name())
                .containsEntry("migration", "mosaic-prod")
                .containsEntry("step", "Fence");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheWholeHeadlineWithinTheSubjectEvenForTheLongestName(Ending ending) {
        var shortest = announce(named("m"), ending, "", "").subject();
        var longest = announce(named("m".repeat(63)), ending, "", "").subject();

        var headline = shortest.substring("Daybreak m: ".length());
        assertThat(longest).hasSizeLessThanOrEqualTo(Alert.SUBJECT_MAX).isPrintable();
        assertThat(longest).startsWith("Daybreak mmmmm").endsWith(": " + headline);
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoPassword(Ending ending) {
        var world = new World();

        var alert = announce(world, ending, "Fence", "error");

        assertThat(world.secrets.passwords("password"))
                .hasSize(3)
                .noneMatch(alert.toString()::contains);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutTheStepWhereThereWasNoError(Ending ending) {
        var alert = announce(new World(), ending, "", "");

        assertThat(alert.body()).doesNotContain("Step:");
        assertThat(alert.attributes()).containsEntry("step", "-");
    }

    @Test
    void pagesExactlyWhereSomebodyMustActNow() {
        for (var ending : Ending.values()) {
            var alert = announce(new World(), ending, "", "");

            assertThat(alert.subject().contains("ACT NOW"))
                    .as(ending.name())
                    .isEqualTo(alert.level() == Alert.Level.PAGE);
        }
    }

    @Test
    void answersWithItsSubject() {
        var world = new World();
        var answer =
                new Announce(world.migration, world.alerts)
                        .answer(
                                new Announce.Order(
                                        Ending.FINISHED, "", "", "", "arn:execution", List.of()));

        assertThat(answer)
                .isEqualTo(
                        new Announce.Answer.Announced(
                                "Daybreak mosaic-prod: the application runs on Aurora"));
        assertThat(world.alerts.sent()).hasSize(1);
    }

    private static World named(String name) {
        return new World(Examples.migration(name, List.of()));
    }

    private static Alert announce(World world, Ending ending, String state, String error) {
        new Announce(world.migration, world.alerts)
                .answer(
                        new Announce.Order(
                                ending,
                                state,
                                error,
                                CAUSE,
                                "arn:execution",
                                List.of("A detail.")));
        return world.alerts.last();
    }
}
