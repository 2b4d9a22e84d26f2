package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.clock.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every recorded execution whose definition lies in our subset runs here as it ran on AWS.
class RealStepFunctionsAgreeTest {
    private static final Account ACCOUNT = new Account("us-east-1", "111111111111", "sfn_role_arn");

    private static final String ABSENT =
            "Skipped: the recordings of real Step Functions (shared/asl-recordings) are not beside"
                    + " this repository; -Ddaybreak.recordings=FOLDER names another place.";

    /// Cases that load and are left out all the same, and why.
    private static final Map<String, String> LEFT_OUT =
            Map.of(
                    "express-express-sync-catch",
                    "its cause is a text with Lambda's request id and Python's stack trace");

    /// The subset can't shrink unnoticed.
    private static final int JSONATA_AT_LEAST = 81;

    private static final int ALL_AT_LEAST = 429;

    private final Map<String, Integer> outOfSubset = new TreeMap<>();
    private final Map<String, Integer> ran = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void everyRecordedExecutionInOurSubsetEndsAndGoesAsItDidOnAws() {
        for (var recording : recordings()) {
            if (recording.kind().equals("execution") && !LEFT_OUT.containsKey(recording.name())) {
                compare(recording);
            }
        }
        IO.println("Recorded executions that ran: " + ran);
        outOfSubset.forEach(
                (why, count) -> IO.println("  out of the subset: " + count + " " + why));
        LEFT_OUT.forEach((name, why) -> IO.println("  left out: " + name + " " + why));
        assertThat(differences).isEmpty();
        assertThat(ran.getOrDefault("JSONata", 0)).isGreaterThanOrEqualTo(JSONATA_AT_LEAST);
        assertThat(ran.values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo(ALL_AT_LEAST);
    }

    @Test
    void whatStepFunctionsRefusesIsRefusedAndWhatItAcceptsIsNot() {
        for (var recording : recordings()) {
            if (recording.kind().equals("execution")) {
                continue;
            }
            var valid = recording.expected().path("status").asText().equals("VALID");
            assertThat(problems(recording).isEmpty()).as(recording.name()).isEqualTo(valid);
        }
    }

    private static List<Recording> recordings() {
        var folder = Recording.folder();
        if (folder.isEmpty()) {
            IO.println(ABSENT);
        }
        assumeTrue(folder.isPresent(), ABSENT);
        return Recording.all(folder.orElseThrow());
    }

    private static List<Problem> problems(Recording recording) {
        try {
            StateMachine.of("StateMachine0", recording.definition());
            return List.of();
        } catch (RefusedDefinition e) {
            return e.problems();
        }
    }

    private void compare(Recording recording) {
        var problems = problems(recording);
        if (!problems.isEmpty()) {
            var why =
                    problems.stream()
                            .map(problem -> problem.kind() + " " + problem.what())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "));
            outOfSubset.merge(recording.language() + ": " + why, 1, Integer::sum);
            return;
        }
        ran.merge(recording.language(), 1, Integer::sum);
        var events = new ArrayList<ObjectNode>();
        var outcome = run(recording, events);
        if (!Likeness.alike(expected(recording), told(outcome))) {
            differences.add(
                    recording.name()
                            + ": recorded "
                            + expected(recording)
                            + "\n   ours "
                            + told(outcome));
        }
        if (!recording.events().isEmpty()) {
            differences(recording, events)
                    .forEach(text -> differences.add(recording.name() + ": " + text));
        }
    }

    private static List<String> differences(Recording recording, List<ObjectNode> events) {
        return recording.isSorted()
                ? Likeness.differencesInAnyOrder(recording.events(), events)
                : Likeness.differences(recording.events(), events);
    }

    private static Outcome run(Recording recording, List<ObjectNode> events) {
        var time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
        var interpreter =
                new Interpreter(
                        new RecordedLambdas(recording, time),
                        time,
                        RandomGenerator.of("L64X128MixRandom"),
                        event -> events.add(Likeness.flattened(event)),
                        ACCOUNT);
        var machine = StateMachine.of("StateMachine0", recording.definition());
        return interpreter.start(machine, "Execution0", recording.input()).await();
    }

    private static JsonNode expected(Recording recording) {
        return recording.expected().<ObjectNode>deepCopy().without(List.of("events", "eventOrder"));
    }

    private static JsonNode told(Outcome outcome) {
        var told = JsonNodeFactory.instance.objectNode();
        return switch (outcome) {
            case Outcome.Succeeded(var output) ->
                    told.put("status", "SUCCEEDED").set("output", output);
            case Outcome.Failed(var failure) ->
                    told.put("status", "FAILED").setAll(Run.described(failure));
            case Outcome.TimedOut() -> told.put("status", "TIMED_OUT");
            case Outcome.Aborted(var failure) ->
                    told.put("status", "ABORTED").setAll(Run.described(failure));
        };
    }
}
