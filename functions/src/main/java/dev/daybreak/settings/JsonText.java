package dev.daybreak.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// JSON text by the letter of RFC 8259: no comments, no trailing commas, nothing after the end.
final class JsonText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(50)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonText() {}

    static JsonNode read(String text, List<Problem> problems) {
        try {
            problems.addAll(repeatedFields(text));
            return MAPPER.readTree(text);
        } catch (JsonProcessingException wrong) {
            var at = wrong.getLocation();
            problems.add(
                    new Problem(
                            "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
                            "no JSON (%s)".formatted(Spelling.clipped(reason(wrong))),
                            "JSON without comments and trailing commas"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return MAPPER.missingNode();
    }

    /// Without the parser's hints about its own features.
    private static String reason(JsonProcessingException wrong) {
        return wrong.getOriginalMessage()
                .replaceAll("\\s*\\((code \\d+|of type \\w+)\\)", "")
                .replaceAll("(?s): (maybe|was) .*| \\(bound .*", "");
    }

    /// A tree keeps only the last of them, so they are looked for before it is made.
    private static List<Problem> repeatedFields(String text) throws IOException {
        var problems = new ArrayList<Problem>();
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop();
                } else if (token == JsonToken.FIELD_NAME
                        && !open.element().add(parser.currentName())) {
                    problems.add(repeated(parser));
                }
            }
        }
        return problems;
    }

    private static Problem repeated(JsonParser parser) {
        var path =
                parser.getParsingContext()
                        .pathAsPointer()
                        .toString()
                        .substring(1)
                        .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                        .replace('/', '.');
        var found = "it again in line %d".formatted(parser.currentTokenLocation().getLineNr());
        return new Problem(path, found, "each field once");
    }
}
