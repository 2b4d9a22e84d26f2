package dev.daybreak.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.workload.Scaler;
import java.util.Map;
import java.util.Optional;

/// Keeps a paused object's former state on the object itself. A migration that died with its
/// scalers paused is started again some day: it must not take our pause for the state to go back
/// to.
final class BeforePause {
    static final String ANNOTATION = "daybreak.dev/before-pause";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> STATE = new TypeReference<>() {};

    private BeforePause() {}

    /// Empty where Daybreak has not paused it.
    static Optional<Map<String, String>> read(JsonNode object) {
        return Fields.text(annotations(object).path(ANNOTATION))
                .map(
                        text -> {
                            try {
                                return JSON.readValue(text, STATE);
                            } catch (JsonProcessingException _) {
                                throw new Unexpected(
                                        """
                                        Annotation %s of %s cannot be read: put right by hand what \
                                        it remembers, remove it, and start again."""
                                                .formatted(
                                                        ANNOTATION,
                                                        object.at("/metadata/name").asText()));
                            }
                        });
    }

    /// Adds to a change that the scaler's state is remembered.
    static void write(ObjectNode change, Scaler scaler) {
        changeAnnotations(change).put(ANNOTATION, JSON.valueToTree(scaler.state()).toString());
    }

    /// Adds to a change that nothing is remembered any more.
    static void forget(ObjectNode change) {
        changeAnnotations(change).putNull(ANNOTATION);
    }

    static JsonNode annotations(JsonNode object) {
        return object.path("metadata").path("annotations");
    }

    static ObjectNode changeAnnotations(ObjectNode change) {
        return change.withObjectProperty("metadata").withObjectProperty("annotations");
    }
}
