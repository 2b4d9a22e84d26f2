package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// A place in the template, what stands there, and the list that its problems go to.
record Spot(String pointer, JsonNode node, List<String> problems) {
    static Spot root(JsonNode template) {
        return new Spot("", template, new ArrayList<>());
    }

    void problem(String what) {
        problems.add("%s: %s".formatted(pointer.isEmpty() ? "/" : pointer, what));
    }

    boolean has(String name) {
        return node.has(name);
    }

    Spot at(String name) {
        var escaped = name.replace("~", "~0").replace("/", "~1");
        return new Spot(pointer + "/" + escaped, node.path(name), problems);
    }

    /// The fields of an object, in their order.
    List<Map.Entry<String, Spot>> fields() {
        if (node instanceof MissingNode) {
            return List.of();
        }
        if (!node.isObject()) {
            problem("must be an object");
            return List.of();
        }
        return node.properties().stream()
                .map(one -> Map.entry(one.getKey(), at(one.getKey())))
                .toList();
    }

    List<Spot> elements() {
        if (!node.isArray()) {
            problem("must be a list");
            return List.of();
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new Spot(pointer + "/" + i, node.path(i), problems))
                .toList();
    }

    String text() {
        if (!node.isTextual()) {
            problem("must be a text");
        }
        return node.asText();
    }

    void refuseAllBut(Set<String> known) {
        for (var field : fields()) {
            if (!known.contains(field.getKey())) {
                field.getValue().problem("a rehearsal does not know " + field.getKey());
            }
        }
    }

    void demand(Set<String> required) {
        for (var name : required.stream().sorted().toList()) {
            if (!has(name)) {
                problem("%s is missing".formatted(name));
            }
        }
    }
}
