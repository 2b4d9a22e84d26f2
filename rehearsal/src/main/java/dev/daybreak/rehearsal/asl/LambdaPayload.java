package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// How `lambda:invoke` wraps what goes to a function and what comes back.
final class LambdaPayload {
    static final Failure NOT_JSON =
            Failure.of(
                    "Lambda.InvalidRequestContentException",
                    "Could not parse request body into json.");

    private static final ObjectMapper JSON = new ObjectMapper();

    private LambdaPayload() {}

    /// Nothing and null reach the function as an empty object, a text as the JSON that it holds.
    static Optional<JsonNode> sent(JsonNode arguments) {
        var payload = arguments.path("Payload");
        if (payload.isMissingNode() || payload.isNull()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        try {
            return Optional.of(payload.isTextual() ? JSON.readTree(payload.textValue()) : payload);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    static ObjectNode answered(JsonNode payload) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ExecutedVersion", "$LATEST")
                .put("StatusCode", 200)
                .set("Payload", payload);
    }
}
