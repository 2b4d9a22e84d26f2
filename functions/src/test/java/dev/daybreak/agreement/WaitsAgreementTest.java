package dev.daybreak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.settings.MigrationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Promise P7: no wait is endless. Patience is with the steps that are told since when: every Wait
/// goes back to one, and nothing else ever turns back.
class WaitsAgreementTest {
    /// Ways back that cannot be gone for ever: the first clears `$candidate`, without which it is
    /// not taken; before the second, `$looked` is set, and with it the way leads into the window;
    /// the fourth counts `$startsLeft` down.
    private static final Set<String> COUNTED =
            Set.of(
                    "IsEqual to SnapshotAgain",
                    "IsStillQuiet to RemoveTrial",
                    "IsCleaningLeft to StartCleaning",
                    "HowToGoBack to WantRunning");

    /// Ways back that a person takes, each time anew, with a limit to how long they may take.
    private static final Set<String> BY_A_PERSON =
            Set.of(
                    "AskForRepair to Return",
                    "AskForScalers to RestoreScalers",
                    "AskForStream to OpenStream",
                    "AskToFinish to LiftFence",
                    "AskToUndo to Undo");

    /// Ways back to a proof that goes on: each call reads for minutes, and `limits.proof` bounds
    /// all.
    private static final Set<String> BY_WORK =
            Set.of(
                    "IsMeasured to MeasureProof",
                    "IsEqual to ProveEqual",
                    "IsUntouched to ProveUntouched",
                    "WhatWouldBeLost to MeasureLoss");

    /// A pause before a look, with nothing to look at in it.
    private static final Set<String> PAUSES = Set.of("WaitForLateFunctions", "WaitForStream");

    private static final Pattern VARIABLE = Pattern.compile("\\{% \\$(\\w+) %}");

    static Stream<Workflow> workflows() {
        return Workflow.all().stream();
    }

    static Stream<State> waits() {
        return Workflow.allStates().filter(one -> one.type().equals("Wait"));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void aWaitTakesAsLongAsTheSettingsSay(State wait) {
        assertThat(wait.json().path("Seconds").asText()).matches("\\{% \\$plan\\.\\w+Seconds %}");
        assertThat(wait.json().has("Timestamp")).isFalse();
    }

    static Stream<State> rounds() {
        return waits().filter(one -> !PAUSES.contains(one.name()));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void aWaitGoesBackToAStepThatKnowsSinceWhen(State wait) {
        var workflow = workflow(wait);
        var task = workflow.state(wait.json().path("Next").asText());
        var choice = workflow.state(task.json().path("Next").asText());
        var since = VARIABLE.matcher(task.json().at("/Arguments/Payload/since").asText());

        assertThat(since.matches()).as("%s is told since when", task).isTrue();
        assertThat(choice.successors()).contains(wait.name());
        var toTheWait =
                choice.choices().stream()
                        .filter(rule -> rule.path("Next").asText().equals(wait.name()))
                        .findFirst()
                        .orElseThrow();
        for (var assign : List.of(task.json(), toTheWait, wait.json())) {
            assertThat(assign.path("Assign").has(since.group(1))).isFalse();
        }
    }

    /// What the settings' reader multiplies each limit by, lest the history be full.
    @Test
    void everyWaitIsCountedInTheHistory() {
        var migrate = Workflow.all().stream().filter(one -> one.name().equals("migrate"));
        var looks =
                migrate.flatMap(one -> one.states().values().stream())
                        .filter(one -> one.type().equals("Wait"))
                        .map(one -> workflow(one).state(one.json().path("Next").asText()))
                        .collect(Collectors.groupingBy(State::step, Collectors.counting()));

        assertThat(looks)
                .isEqualTo(
                        Map.of(
                                "TakeSnapshot", 2L,
                                "AwaitSnapshot", 2L,
                                "AwaitAurora", 2L,
                                "RemoveAurora", 3L,
                                "AwaitNoPods", 2L,
                                "AwaitSecret", 2L,
                                "AwaitReady", 2L,
                                "Verify", 2L));
    }

    /// A minute is left for logging in, and for seeing the application refused.
    @Test
    void theLongestFenceEndsBeforeItsStateDoes() throws IOException {
        var longest = Duration.ofMinutes(4);
        var states = Workflow.lambdas().filter(one -> one.step().equals("Fence")).toList();

        assertThat(reading("4m")).isInstanceOf(MigrationJson.Reading.Read.class);
        assertThat(reading("241s")).isInstanceOf(MigrationJson.Reading.Refused.class);
        assertThat(states)
                .isNotEmpty()
                .allSatisfy(
                        one ->
                                assertThat(one.json().path("TimeoutSeconds").asLong())
                                        .isGreaterThanOrEqualTo(
                                                longest.plusMinutes(1).toSeconds()));
    }

    private static MigrationJson.Reading reading(String fence) throws IOException {
        var example = Files.readString(Path.of("../migration.json"));
        return MigrationJson.read(
                example.replaceFirst("\\{", "{\"limits\": {\"fence\": \"%s\"},".formatted(fence)));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothingElseTurnsBack(Workflow workflow) {
        var done = new HashSet<String>();
        for (var state : workflow.states().values()) {
            assertThat(loop(workflow, state, new ArrayList<>(), done)).isEmpty();
        }
    }

    @Test
    void everyWayBackThatIsCountedIsThere() {
        var ways =
                Workflow.allStates()
                        .flatMap(one -> one.successors().stream().map(next -> way(one, next)));

        assertThat(ways.toList())
                .containsAll(COUNTED)
                .containsAll(BY_A_PERSON)
                .containsAll(BY_WORK);
    }

    /// The states of a loop without a Wait; empty where there is none.
    private static List<String> loop(
            Workflow workflow, State state, List<String> path, Set<String> done) {
        if (path.contains(state.name())) {
            return List.copyOf(path.subList(path.indexOf(state.name()), path.size()));
        }
        if (state.type().equals("Wait") || done.contains(state.name())) {
            return List.of();
        }
        path.add(state.name());
        for (var next : state.successors()) {
            var found =
                    Stream.of(COUNTED, BY_A_PERSON, BY_WORK)
                                    .anyMatch(ways -> ways.contains(way(state, next)))
                            ? List.<String>of()
                            : loop(workflow, workflow.state(next), path, done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        path.removeLast();
        done.add(state.name());
        return List.of();
    }

    private static String way(State state, String next) {
        return state.name() + " to " + next;
    }

    private static Workflow workflow(State state) {
        return Workflow.all().stream()
                .filter(one -> one.name().equals(state.machine()))
                .findFirst()
                .orElseThrow();
    }
}
