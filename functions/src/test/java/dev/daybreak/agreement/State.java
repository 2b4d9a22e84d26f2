package dev.daybreak.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One state of a workflow.
///
/// @param isInBranch whether it is part of a Parallel's branch, whose Parallel catches for it
record State(String machine, String name, JsonNode json, boolean isInBranch) {
    private static final Pattern FUNCTION = Pattern.compile("\\$\\{(\\w+)Function}");

    String type() {
        return json.path("Type").asText();
    }

    boolean isLambda() {
        return json.path("Resource").asText().startsWith("arn:aws:states:::lambda:invoke");
    }

    boolean isCallback() {
        return json.path("Resource").asText().endsWith(".waitForTaskToken");
    }

    /// The step that a lambda Task calls.
    String step() {
        var function = json.path("Arguments").path("FunctionName").asText();
        var matcher = FUNCTION.matcher(function);
        if (!matcher.matches()) {
            throw new AssertionError("%s calls no function: %s".formatted(this, function));
        }
        return matcher.group(1);
    }

    Class<?> stepClass() {
        return Optional.<Class<?>>ofNullable(Steps.byName().get(step()))
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "%s calls %s, which does not exist"
                                                .formatted(this, step())));
    }

    List<JsonNode> choices() {
        return list("Choices");
    }

    List<JsonNode> list(String field) {
        var list = new ArrayList<JsonNode>();
        json.path(field).forEach(list::add);
        return list;
    }

    /// Every state that may come next, in a branch too.
    Set<String> successors() {
        var next = new LinkedHashSet<String>();
        json.findValuesAsText("Next").forEach(next::add);
        Optional.ofNullable(json.get("Default")).map(JsonNode::asText).ifPresent(next::add);
        return next;
    }

    /// Every expression in these parts of the state, with the place where it stands.
    List<Map.Entry<String, String>> expressions(List<String> withoutFields) {
        var found = new ArrayList<Map.Entry<String, String>>();
        json.properties().stream()
                .filter(field -> !withoutFields.contains(field.getKey()))
                .forEach(field -> collect(field.getKey(), field.getValue(), found));
        return found;
    }

    static List<Map.Entry<String, String>> expressions(String place, JsonNode node) {
        var found = new ArrayList<Map.Entry<String, String>>();
        collect(place, node, found);
        return found;
    }

    private static void collect(
            String place, JsonNode node, List<Map.Entry<String, String>> found) {
        if (node.isTextual() && node.asText().startsWith("{%")) {
            found.add(Map.entry(place, node.asText()));
        }
        node.properties()
                .forEach(one -> collect(place + "." + one.getKey(), one.getValue(), found));
        node.elements().forEachRemaining(one -> collectElement(place, one, node, found));
    }

    private static void collectElement(
            String place,
            JsonNode element,
            JsonNode parent,
            List<Map.Entry<String, String>> found) {
        if (parent.isArray()) {
            collect(place + "[]", element, found);
        }
    }

    @Override
    public String toString() {
        return machine + ": " + name;
    }
}
