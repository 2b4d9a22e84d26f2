package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.clock.VirtualTime;
import dev.daybreak.rehearsal.lambda.Functions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The daily validation's own workflow, with functions that answer as each test wants.
class ValidateTest {
    private static final Path FILE = Path.of("..", "statemachine", "validate.asl.json");
    private static final String FAILS = "";
    private static final String GOOD =
            "{'decision': 'Checked', 'looked': {'findings': [], 'details': [], 'checks': ['%s']}}";

    private final VirtualTime time = VirtualTime.startingAt(Trial.START);
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final Map<String, JsonNode> payloads = new HashMap<>();
    private final List<String> published = new ArrayList<>();
    private boolean flows = true;

    @Test
    void aGoodDayIsNotedPutAndTold() {
        assertThat(run()).isEqualTo("Succeeded");

        assertThat(told("findings")).isEqualTo("[]");
        assertThat(told("green")).isEqualTo("3");
        assertThat(payload("PutMetrics").path("checks")).hasSize(8);
        assertThat(published).isEmpty();
    }

    @Test
    void oneFindingStaysAListOfOne() {
        answer("CheckLogs", finding("LOGS"));

        run();

        assertThat(payload("NoteDay").path("findings"))
                .isEqualTo(Trial.json("[{'check': 'LOGS', 'what': 'wrong', 'todo': 'mend'}]"));
        assertThat(told("findings")).contains("LOGS");
        assertThat(payload("TellDay").path("details")).isEqualTo(Trial.json("['seen']"));
    }

    @Test
    void aCheckThatFailsIsAFindingAndHidesNoOther() {
        answer("CheckAurora", FAILS);
        answer("CheckCost", finding("COST"));

        assertThat(run()).isEqualTo("Succeeded");

        assertThat(payload("TellDay").path("findings").findValuesAsText("check"))
                .containsExactly("CLUSTER", "ENDPOINT", "KUBERNETES_SECRET", "COST");
        assertThat(told("findings")).contains("on purpose");
    }

    @Test
    void looksAgainWhereItIsNotSure() {
        answer("CheckApplication", "{'decision': 'NotYet', 'waitingFor': 'pods'}");
        answer("CheckApplication", GOOD.formatted("PODS"));
        var before = time.instant();

        run();

        assertThat(told("findings")).isEqualTo("[]");
        assertThat(time.instant()).isAfter(before.plusSeconds(19));
    }

    @Test
    void aMarkerThatDoesNotArriveIsAFindingOfTheComparison() {
        answer("AwaitMarker", "{'decision': 'NotYet', 'waitingFor': 'it'}");
        answer("AwaitMarker", "{'decision': 'Failed', 'why': 'The stream is broken.'}");

        run();

        assertThat(told("findings")).contains("COMPARISON", "The stream is broken.");
        assertThat(payloads).doesNotContainKey("CompareSample");
    }

    @Test
    void comparesNothingWhereNothingFlows() {
        flows = false;

        run();

        assertThat(payloads).doesNotContainKeys("DrawSample", "WriteMarker", "CompareSample");
        assertThat(payload("PutMetrics").path("checks")).hasSize(7);
    }

    @Test
    void endsQuietlyWhereThereIsNothingToValidate() {
        answer("BeginValidation", "{'decision': 'NothingToValidate', 'why': 'not on Aurora'}");

        assertThat(run()).isEqualTo("Succeeded");

        assertThat(payloads.keySet()).containsExactly("BeginValidation");
        assertThat(published).isEmpty();
    }

    @Test
    void aDayThatIsNotNotedOrPutIsTold() {
        answer("NoteDay", FAILS);
        answer("PutMetrics", FAILS);

        assertThat(run()).isEqualTo("Succeeded");

        assertThat(payload("TellDay").path("findings").findValuesAsText("check"))
                .containsExactly("NOTE", "METRICS");
        assertThat(told("green")).isEqualTo("0");
    }

    @Test
    void aMessageThatCannotBeSentIsPublishedPlainly() {
        answer("TellDay", FAILS);

        assertThat(run()).isEqualTo("dev.daybreak.fault.Denied");
        assertThat(published).singleElement().asString().contains("TellDay", "on purpose");
    }

    @Test
    void aBeginningThatFailsOrIsRefusedIsPublishedPlainly() {
        answer("BeginValidation", FAILS);
        assertThat(run()).isEqualTo("dev.daybreak.fault.Denied");

        answer("BeginValidation", "{'decision': 'Refused', 'why': 'no field force'}");
        assertThat(run()).isEqualTo("Daybreak.Refused");

        assertThat(published).hasSize(2);
        assertThat(published.getLast()).contains("no field force");
    }

    private void answer(String function, String text) {
        answers.computeIfAbsent(function, _ -> new ArrayDeque<>()).add(text);
    }

    private static String finding(String check) {
        return """
        {'decision': 'Checked', 'looked': {
          'findings': [{'check': '%1$s', 'what': 'wrong', 'todo': 'mend'}],
          'details': ['seen'], 'checks': ['%1$s']}}
        """
                .formatted(check);
    }

    /// What a function was given last.
    private JsonNode payload(String function) {
        return Objects.requireNonNull(payloads.get(function), function);
    }

    private String told(String field) {
        return payload("TellDay").path(field).toString();
    }

    /// What this workflow names, of all that there is.
    private static Map<String, String> names() {
        var names = new TreeMap<>(Functions.substitutions());
        names.put("AlertTopic", "topic");
        try {
            var text = Files.readString(FILE);
            names.keySet().removeIf(name -> !text.contains("${" + name + "}"));
            return names;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private String run() {
        var names = names();
        var interpreter = new Interpreter(this::called, time, new SplittableRandom(1), _ -> {});
        var execution =
                interpreter.start(StateMachine.load(FILE, names), "daily", Trial.json("{}"));
        while (execution.outcome().isEmpty() && time.step()) {
            assertThat(payloads.size()).isLessThan(100);
        }
        return switch (execution.await()) {
            case Outcome.Failed(var failure) -> failure.error().orElseThrow();
            case Outcome ended -> ended.getClass().getSimpleName();
        };
    }

    private void called(TaskCall call, Answer answer) {
        switch (call) {
            case TaskCall.Invoke(var function, var payload, _) -> {
                var step = function.replaceFirst("Function$", "");
                payloads.put(step, payload);
                var own = answers.getOrDefault(step, new ArrayDeque<>());
                var text = own.isEmpty() ? well(step) : own.remove();
                if (text.isEmpty()) {
                    answer.fail("dev.daybreak.fault.Denied", "on purpose");
                } else {
                    answer.succeed(Trial.json(text));
                }
            }
            case TaskCall.Publish publish -> {
                published.add(publish.arguments().path("Message").asText());
                answer.succeed(Trial.json("{}"));
            }
        }
    }

    private String well(String step) {
        return switch (step) {
            case "BeginValidation" ->
                    """
                    {'decision': 'Begun', 'plan': {'day': '2026-03-02', 'marker': 'm',
                      'flows': %s, 'cutover': '2026-03-01T20:00:00Z', 'slowPollSeconds': 20,
                      'quickPollSeconds': 1}}
                    """
                            .formatted(flows);
            case "DrawSample" ->
                    "{'decision': 'Drawn', 'sample': {'horizon': '1', 'seed': 1, 'strays': []}}";
            case "WriteMarker" -> "{'decision': 'Written'}";
            case "AwaitMarker" -> "{'decision': 'Arrived', 'milliseconds': 1}";
            case "NoteDay" -> "{'decision': 'Noted', 'green': 3}";
            case "PutMetrics" -> "{'decision': 'Put', 'metrics': 1}";
            case "TellDay" -> "{'decision': 'Told', 'subject': 's'}";
            default -> GOOD.formatted("CLUSTER");
        };
    }
}
