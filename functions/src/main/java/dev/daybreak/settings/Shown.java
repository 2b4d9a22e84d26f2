package dev.daybreak.settings;

import com.fasterxml.jackson.databind.JsonNode;

/// How a problem shows what it found and what may stand there.
final class Shown {
    private Shown() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case OBJECT -> "an object";
            case ARRAY -> "a list of %d".formatted(value.size());
            case STRING -> '"' + Spelling.clipped(value.textValue()) + '"';
            case NUMBER, BOOLEAN -> Spelling.clipped(value.asText());
            case BINARY, POJO -> "something that JSON does not have";
        };
    }
}
