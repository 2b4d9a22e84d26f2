package dev.daybreak.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/// How a problem shows what it found and what may stand there.
final class Shown {
    private static final int CHARACTERS_MAX = 60;

    private Shown() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case OBJECT -> "an object";
            case ARRAY -> "a list of %d".formatted(value.size());
            case STRING -> '"' + clipped(value.textValue()) + '"';
            case NUMBER, BOOLEAN -> clipped(value.asText());
            case BINARY, POJO -> "something that JSON does not have";
        };
    }

    /// Short enough for a line, and without control characters.
    static String clipped(String text) {
        var printable = text.replaceAll("\\p{Cntrl}", "?");
        int length = printable.codePointCount(0, printable.length());
        return length <= CHARACTERS_MAX
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, CHARACTERS_MAX)) + "…";
    }

    static String choices(String word, Collection<String> known) {
        var all = String.join(", ", known);
        return Spelling.nearest(word, known)
                .map(meant -> "%s (did you mean %s?)".formatted(all, meant))
                .orElse(all);
    }
}
