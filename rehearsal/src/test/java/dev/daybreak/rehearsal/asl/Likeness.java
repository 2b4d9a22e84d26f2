package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Compares what we did with what was recorded, by the rules that the recordings come with: masks
/// stand for anything, numbers compare by value, and texts of other libraries compare loosely.
final class Likeness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MASK = Pattern.compile("<masked:[^>]*>");

    /// What follows is the message of the library that failed, which words things its own way.
    private static final List<String> LIBRARY_TEXT =
            List.of("threw an error during evaluation.", "Function not found:");

    private Likeness() {}

    static boolean alike(JsonNode recorded, JsonNode ours) {
        if (recorded.isTextual()) {
            return alikeText(recorded.textValue(), ours);
        }
        if (recorded.isNumber()) {
            return ours.isNumber() && recorded.decimalValue().compareTo(ours.decimalValue()) == 0;
        }
        if (recorded.isObject() && ours.isTextual()) {
            return alikeCause(recorded, ours.textValue());
        }
        if (recorded.getNodeType() != ours.getNodeType() || recorded.size() != ours.size()) {
            return false;
        }
        if (recorded.isObject()) {
            return recorded.properties().stream()
                    .allMatch(f -> alike(f.getValue(), ours.path(f.getKey())));
        }
        if (recorded.isArray()) {
            for (var i = 0; i < recorded.size(); i++) {
                if (!alike(recorded.get(i), ours.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return recorded.equals(ours);
    }

    private static boolean alikeText(String recorded, JsonNode ours) {
        var pattern = new StringBuilder();
        var end = 0;
        var matcher = MASK.matcher(recorded);
        while (matcher.find()) {
            pattern.append(Pattern.quote(recorded.substring(end, matcher.start()))).append(".*");
            end = matcher.end();
        }
        if (end > 0 && matcher.replaceAll("").isEmpty()) {
            return true;
        }
        pattern.append(Pattern.quote(recorded.substring(end)));
        return ours.isTextual()
                && (Pattern.compile(pattern.toString(), Pattern.DOTALL)
                                .matcher(ours.textValue())
                                .matches()
                        || alikeLoosely(recorded, ours.textValue()));
    }

    private static boolean alikeLoosely(String recorded, String ours) {
        return LIBRARY_TEXT.stream()
                .filter(recorded::contains)
                .map(text -> recorded.substring(0, recorded.indexOf(text) + text.length()))
                .anyMatch(ours::startsWith);
    }

    /// A Lambda error's cause was recorded parsed.
    private static boolean alikeCause(JsonNode recorded, String ours) {
        try {
            return alike(recorded, JSON.readTree(ours));
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /// Our event in the form of a recorded one.
    static ObjectNode flattened(HistoryEvent event) {
        var flat = JsonNodeFactory.instance.objectNode();
        flat.put("type", event.type().toString());
        flat.put("id", event.id());
        flat.setAll(event.details());
        return flat;
    }

    /// The differences, in words; none where the histories agree.
    static List<String> differences(List<JsonNode> recorded, List<ObjectNode> ours) {
        var differences = new ArrayList<String>();
        for (var i = 0; i < Math.max(recorded.size(), ours.size()); i++) {
            var theirs = i < recorded.size() ? recorded.get(i).toString() : "nothing";
            var mine = i < ours.size() ? ours.get(i).toString() : "nothing";
            if (i >= recorded.size()
                    || i >= ours.size()
                    || !alike(plain(recorded.get(i)), ours.get(i))) {
                differences.add("recorded " + theirs + "\n           ours     " + mine);
            }
        }
        return differences;
    }

    /// As [#differences] but with what happened inside of a Parallel state in any order.
    static List<String> differencesInAnyOrder(List<JsonNode> recorded, List<ObjectNode> ours) {
        var left = new ArrayList<ObjectNode>();
        var differences = new ArrayList<String>();
        var lost = List.of("ParallelStateSucceeded", "ParallelStateFailed");
        ours.stream()
                .filter(event -> !lost.contains(event.path("type").asText()))
                .forEach(left::add);
        for (var event : recorded) {
            var wanted = plain(event);
            var found =
                    left.stream()
                            .filter(
                                    o ->
                                            alike(
                                                    wanted,
                                                    wanted.has("id")
                                                            ? o
                                                            : o.deepCopy().without("id")))
                            .findFirst();
            found.ifPresentOrElse(left::remove, () -> differences.add("only recorded " + event));
        }
        left.forEach(event -> differences.add("only ours " + event));
        return differences;
    }

    private static JsonNode plain(JsonNode recorded) {
        return recorded.<ObjectNode>deepCopy().without("previousEventId");
    }
}
