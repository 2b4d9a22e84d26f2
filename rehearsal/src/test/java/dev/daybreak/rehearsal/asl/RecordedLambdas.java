package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.daybreak.rehearsal.clock.VirtualTime;
import java.time.Duration;

/// Lambda functions that behave as those of a recording did.
record RecordedLambdas(Recording recording, VirtualTime time) implements Tasks {
    @Override
    public void start(TaskCall call, Answer answer) {
        switch (call) {
            case TaskCall.Invoke(var function, var payload, _) -> invoke(function, payload, answer);
            case TaskCall.Publish _ -> throw new AssertionError("no recording publishes");
        }
    }

    private void invoke(String function, JsonNode payload, Answer answer) {
        var lambda = recording.lambda(function);
        var delay = Duration.ofSeconds(lambda.path("delaySeconds").asInt());
        time.after(delay, () -> answer(function, lambda, payload, answer));
    }

    private static void answer(String name, JsonNode lambda, JsonNode payload, Answer answer) {
        switch (lambda.path("kind").asText()) {
            case "echo" -> answer.succeed(payload);
            case "constant" -> answer.succeed(lambda.path("value"));
            case "repeat" ->
                    answer.succeed(
                            JsonNodeFactory.instance.textNode(
                                    lambda.path("text")
                                            .asText()
                                            .repeat(lambda.path("count").asInt())));
            case "error" -> answer.fail(error(lambda));
            case "table" -> answer.succeed(row(lambda, payload));
            case "missing" ->
                    answer.fail("Lambda.ResourceNotFoundException", "Function not found: " + name);
            default -> throw new AssertionError("no behaviour is recorded for " + name);
        }
    }

    private static JsonNode row(JsonNode lambda, JsonNode payload) {
        for (var row : lambda.path("rows")) {
            if (row.path("input").equals(payload)) {
                return row.path("output");
            }
        }
        throw new AssertionError("no answer is recorded for " + payload);
    }

    private static Failure error(JsonNode lambda) {
        var cause = JsonNodeFactory.instance.objectNode();
        cause.set("errorMessage", lambda.path("errorMessage"));
        cause.set("errorType", lambda.path("errorType"));
        return Failure.of(lambda.path("errorType").asText(), cause.toString());
    }
}
