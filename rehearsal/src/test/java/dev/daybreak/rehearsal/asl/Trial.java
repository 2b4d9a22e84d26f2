package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.clock.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A definition, functions that answer as a test wants, and virtual time to run them in.
final class Trial {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    final VirtualTime time = VirtualTime.startingAt(START);
    final List<TaskCall> calls = new ArrayList<>();
    final List<HistoryEvent> events = new ArrayList<>();
    private final Deque<Consumer<Answer>> answers = new ArrayDeque<>();
    private final StateMachine machine;
    private long seed = 1;

    private Trial(StateMachine machine) {
        this.machine = machine;
    }

    /// A JSONata definition, with ' for ".
    static Trial of(String definition) {
        return new Trial(machine(definition));
    }

    static Trial of(StateMachine machine) {
        return new Trial(machine);
    }

    /// One Task state that ends the execution, with more fields.
    static Trial ofTask(String fields) {
        return of(
                """
                {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                  'Resource': 'arn:aws:states:::lambda:invoke',
                  'Arguments': {'FunctionName': 'f', 'Payload': '{% $states.input %}'},
                  'Output': '{% $states.result.Payload %}' %s}}}
                """
                        .replace("%s}", fields + "}"));
    }

    /// One Task state that waits for its token.
    static Trial ofCallback(String fields) {
        return of(
                """
                {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                  'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken',
                  'Arguments': {'FunctionName': 'ask',
                                'Payload': {'token': '{% $states.context.Task.Token %}'}}
                  %s}}}
                """
                        .replace("%s}", fields + "}"));
    }

    static StateMachine machine(String definition) {
        var object = json(definition);
        if (object.isObject() && !object.has("QueryLanguage")) {
            ((ObjectNode) object).put("QueryLanguage", "JSONata");
        }
        return StateMachine.of("machine", object);
    }

    /// Why a definition is refused.
    static List<String> problems(String definition) {
        var refused = catchThrowableOfType(RefusedDefinition.class, () -> machine(definition));
        assertThat(refused).as("was not refused: %s", definition).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Outcome.Succeeded succeeded(String output) {
        return new Outcome.Succeeded(json(output));
    }

    Trial seed(long value) {
        seed = value;
        return this;
    }

    /// The next call is answered so; calls beyond these echo their payload.
    Trial then(Consumer<Answer> answer) {
        answers.add(answer);
        return this;
    }

    Trial thenFail(int times, String error) {
        for (var i = 0; i < times; i++) {
            then(answer -> answer.fail(error, "on purpose"));
        }
        return this;
    }

    Trial thenAfter(Duration delay, String output) {
        return then(answer -> time.after(delay, () -> answer.succeed(json(output))));
    }

    /// The next call is never answered.
    Trial thenSilence() {
        return then(_ -> {});
    }

    Execution start(String input) {
        var interpreter =
                new Interpreter(this::answer, time, new SplittableRandom(seed), events::add);
        return interpreter.start(machine, "trial", json(input));
    }

    Outcome run(String input) {
        return start(input).await();
    }

    Outcome run() {
        return run("{}");
    }

    private void answer(TaskCall call, Answer answer) {
        calls.add(call);
        if (!answers.isEmpty()) {
            answers.remove().accept(answer);
        } else if (call instanceof TaskCall.Invoke(_, var payload, _)) {
            answer.succeed(payload);
        }
    }

    /// When the events of a type happened, in seconds after the start.
    List<Double> secondsOf(EventType type) {
        return of(type).map(event -> seconds(event.timestamp())).toList();
    }

    double seconds() {
        return seconds(time.instant());
    }

    private static double seconds(Instant instant) {
        return Duration.between(START, instant).toMillis() / 1000.0;
    }

    Stream<HistoryEvent> of(EventType type) {
        return events.stream().filter(event -> event.type() == type);
    }

    List<String> types() {
        return events.stream().map(event -> event.type().toString()).toList();
    }

    String transcript() {
        return String.join("\n", events.stream().map(HistoryEvent::line).toList());
    }
}
