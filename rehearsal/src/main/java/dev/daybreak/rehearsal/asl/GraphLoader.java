package dev.daybreak.rehearsal.asl;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Loads states that lead to each other and checks that they do.
///
/// @param names those of all states seen so far: they are unique in a whole definition
record GraphLoader(Language language, Set<String> names) {
    Optional<StateGraph> load(Fields graph) {
        var startAt = graph.requiredText("StartAt");
        var states = graph.requiredObject("States").map(this::states);
        if (startAt.isEmpty() || states.isEmpty()) {
            return Optional.empty();
        }
        var start = startAt.get();
        var fields = graph.get("States");
        if (!fields.has(start)) {
            graph.at("StartAt").invalid("there is no state '" + start + "'");
            return Optional.empty();
        }
        var loaded = states.get();
        if (loaded.size() < fields.size()) {
            return Optional.empty();
        }
        refuseUnreachable(graph, start, loaded);
        return Optional.of(new StateGraph(start, loaded));
    }

    private Map<String, State> states(Fields states) {
        var loaded = new LinkedHashMap<String, State>();
        var siblings = new HashSet<String>();
        states.object().fieldNames().forEachRemaining(siblings::add);
        if (siblings.isEmpty()) {
            states.place().invalid("must hold at least one state");
        }
        for (var field : states.object().properties()) {
            var place = states.place().inState(field.getKey());
            if (!names.add(field.getKey())) {
                place.invalid("the definition has another state of this name");
            }
            Fields.of(field.getValue(), place)
                    .flatMap(state -> StateLoader.load(this, siblings, field.getKey(), state))
                    .ifPresent(state -> loaded.put(field.getKey(), state));
        }
        return loaded;
    }

    private static void refuseUnreachable(Fields graph, String start, Map<String, State> states) {
        var reached = new HashSet<String>();
        var todo = new ArrayDeque<String>();
        todo.add(start);
        while (!todo.isEmpty()) {
            var name = todo.remove();
            var state = Optional.ofNullable(states.get(name));
            if (state.isPresent() && reached.add(name)) {
                state.get().edges().forEach(edge -> todo.add(edge.to()));
            }
        }
        for (var name : states.keySet()) {
            if (!reached.contains(name)) {
                graph.at("States").inState(name).invalid("no state leads here");
            }
        }
    }
}
