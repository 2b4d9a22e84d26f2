package dev.daybreak.rehearsal.asl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// States that lead to each other: a whole machine, a branch, an item processor.
///
/// @param states by name, in the order of the file
public record StateGraph(String startAt, Map<String, State> states) {
    public StateGraph {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        if (!states.containsKey(startAt)) {
            throw new IllegalArgumentException("StartAt names no state: " + startAt);
        }
    }

    State state(String name) {
        return Objects.requireNonNull(states.get(name));
    }

    /// Its own states and those inside of them.
    public List<State> allStates() {
        return states.values().stream()
                .flatMap(
                        state ->
                                Stream.concat(
                                        Stream.of(state),
                                        state.inside().stream()
                                                .flatMap(graph -> graph.allStates().stream())))
                .toList();
    }
}
