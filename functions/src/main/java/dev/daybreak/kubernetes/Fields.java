package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Two ways of reading JSON in which everything may be missing.
final class Fields {
    private Fields() {}

    /// None where it is no list.
    static Stream<JsonNode> items(JsonNode list) {
        return list.isArray()
                ? StreamSupport.stream(list.spliterator(), false)
                : Stream.<JsonNode>empty();
    }

    /// Empty where it is missing, null or blank.
    static Optional<String> text(JsonNode value) {
        return Optional.of(value.asText("")).filter(text -> !text.isBlank());
    }
}
