package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The JSON of objects.
final class Trees {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Trees() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException problem) {
            throw new IllegalArgumentException("no JSON object", problem);
        }
    }

    static ObjectNode body(RecordedRequest request) {
        return parse(request.getBody().readUtf8());
    }

    static ObjectNode body(MockResponse response) {
        return parse(response.getBody().readUtf8());
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asText();
    }

    /// Kubernetes keeps whole seconds.
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Sets a condition; its time changes only where its status does.
    static void condition(
            ObjectNode status, String type, boolean holds, String reason, Instant now) {
        var conditions = status.withArrayProperty("conditions");
        var value = holds ? "True" : "False";
        var old =
                items(conditions).filter(one -> one.path("type").asText().equals(type)).findFirst();
        var condition =
                old.map(ObjectNode.class::cast)
                        .orElseGet(() -> conditions.addObject().put("type", type));
        if (!condition.path("status").asText().equals(value)) {
            condition.put("status", value).put("lastTransitionTime", time(now));
        }
        condition.put("reason", reason);
    }

    /// What a patch of a scale subresource may change.
    static ObjectNode scale(ObjectNode patch) {
        var change = object();
        change.putObject("spec").set("replicas", patch.at("/spec/replicas"));
        return change;
    }

    static ObjectNode refusal(int status) {
        var reason =
                switch (status) {
                    case 401 -> "Unauthorized";
                    case 403 -> "Forbidden";
                    case 404 -> "NotFound";
                    case 409 -> "Conflict";
                    case 429 -> "TooManyRequests";
                    default -> "InternalError";
                };
        return object().put("kind", "Status")
                .put("apiVersion", "v1")
                .put("status", "Failure")
                .put("reason", reason)
                .put("message", "the stand-in cluster says: " + reason)
                .put("code", status);
    }
}
