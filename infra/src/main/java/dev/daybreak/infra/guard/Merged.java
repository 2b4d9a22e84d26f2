package dev.daybreak.infra.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Several stacks as if they were one: what one imports from another stands there as what it is.
public final class Merged {
    private static final String IMPORT = "Fn::ImportValue";

    private final SortedMap<String, JsonNode> exports = new TreeMap<>();
    private final ObjectNode all = JsonMapper.builder().build().createObjectNode();

    private Merged(List<JsonNode> templates) {
        templates.forEach(this::take);
    }

    public static JsonNode of(List<JsonNode> templates) {
        var merged = new Merged(templates);
        return merged.resolved(merged.all);
    }

    private void take(JsonNode template) {
        template.path("Outputs")
                .valueStream()
                .filter(one -> one.has("Export"))
                .forEach(one -> exports.put(one.at("/Export/Name").asText(), one.path("Value")));
        var resources = all.withObject("/Resources");
        template.path("Resources")
                .properties()
                .forEach(
                        one -> {
                            if (resources.has(one.getKey())) {
                                throw new IllegalStateException(
                                        "two stacks have a resource " + one.getKey());
                            }
                            resources.set(one.getKey(), one.getValue());
                        });
    }

    private JsonNode resolved(JsonNode node) {
        return switch (node) {
            case ObjectNode object when object.has(IMPORT) ->
                    Optional.ofNullable(exports.get(object.path(IMPORT).asText())).orElse(node);
            case ObjectNode object -> {
                var copy = object.objectNode();
                object.properties()
                        .forEach(one -> copy.set(one.getKey(), resolved(one.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = array.arrayNode();
                array.forEach(one -> copy.add(resolved(one)));
                yield copy;
            }
            default -> node;
        };
    }
}
