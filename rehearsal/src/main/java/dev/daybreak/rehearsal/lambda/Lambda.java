package dev.daybreak.rehearsal.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.asl.Tasks;
import dev.daybreak.runtime.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/// Calls the handlers as Lambda does: bytes in, bytes out, nothing shared.
public final class Lambda implements Tasks.Work {
    private final Map<String, RequestStreamHandler> functions;
    private final Topic topic;
    private final Context context = new LocalContext();

    /// Where a state machine publishes by itself.
    @FunctionalInterface
    public interface Topic {
        void publish(String subject, String message);
    }

    public Lambda(Map<String, RequestStreamHandler> functions, Topic topic) {
        this.functions = Map.copyOf(functions);
        this.topic = topic;
    }

    @Override
    public JsonNode call(TaskCall call) throws IOException {
        return switch (call) {
            case TaskCall.Invoke invoke -> invoke(invoke);
            case TaskCall.Publish publish -> publish(publish.arguments());
        };
    }

    private JsonNode invoke(TaskCall.Invoke invoke) throws IOException {
        var handler = functions.get(invoke.function());
        if (handler == null) {
            throw new IllegalStateException("There is no function " + invoke.function());
        }
        var answer = new ByteArrayOutputStream();
        var order = Json.MAPPER.writeValueAsBytes(invoke.payload());
        handler.handleRequest(new ByteArrayInputStream(order), answer, context);
        return Json.MAPPER.readTree(answer.toByteArray());
    }

    private JsonNode publish(JsonNode arguments) {
        topic.publish(
                arguments.path("Subject").asText("Daybreak"), arguments.path("Message").asText());
        return Json.MAPPER.createObjectNode().put("MessageId", "rehearsed");
    }
}
