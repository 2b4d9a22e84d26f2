package dev.daybreak.rehearsal.simulation.saboteur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Changes to a workflow's definition.
final class Definition {
    private Definition() {}

    /// Whoever would go to one state goes to another one.
    static Consumer<ObjectNode> skips(String state, String to) {
        return definition -> redirect(definition, state, to);
    }

    /// A Choice that chooses one way whatever it is asked.
    static Consumer<ObjectNode> always(String choice, String to) {
        return definition -> {
            var state = (ObjectNode) definition.at("/States/" + choice);
            for (var rule : state.path("Choices")) {
                ((ObjectNode) rule).put("Next", to);
            }
            state.put("Default", to);
        };
    }

    /// Where a Choice falls through to when nothing else fits.
    static Consumer<ObjectNode> otherwise(String choice, String to) {
        return definition -> ((ObjectNode) definition.at("/States/" + choice)).put("Default", to);
    }

    /// What is caught in a state goes elsewhere.
    static Consumer<ObjectNode> catches(String state, String to) {
        return definition -> {
            for (var catcher : definition.at("/States/" + state + "/Catch")) {
                ((ObjectNode) catcher).put("Next", to);
            }
        };
    }

    /// A state that goes on elsewhere.
    static Consumer<ObjectNode> next(String state, String to) {
        return definition -> ((ObjectNode) definition.at("/States/" + state)).put("Next", to);
    }

    /// Takes away what no state leads to any more.
    static void prune(ObjectNode definition) {
        var states = (ObjectNode) definition.path("States");
        var reached = new LinkedHashSet<String>();
        reach(states, definition.path("StartAt").asText(), reached);
        states.retain(reached);
    }

    private static void reach(ObjectNode states, String name, Set<String> reached) {
        if (states.has(name) && reached.add(name)) {
            targets(states.path(name)).forEach(next -> reach(states, next, reached));
        }
    }

    private static List<String> targets(JsonNode state) {
        return Stream.of(state.findValuesAsText("Next"), state.findValuesAsText("Default"))
                .flatMap(List::stream)
                .toList();
    }

    private static void redirect(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object) {
            for (var field : new String[] {"Next", "Default"}) {
                if (object.path(field).asText().equals(from)) {
                    object.put(field, to);
                }
            }
        }
        node.forEach(child -> redirect(child, from, to));
    }
}
