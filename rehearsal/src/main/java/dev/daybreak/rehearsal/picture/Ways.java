package dev.daybreak.rehearsal.picture;

import dev.daybreak.rehearsal.asl.Edge;
import dev.daybreak.rehearsal.asl.State;
import dev.daybreak.rehearsal.asl.StateMachine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The ways through a state machine.
final class Ways {
    private final StateMachine machine;
    private final Map<String, State> states;

    Ways(StateMachine machine) {
        this.machine = machine;
        this.states =
                machine.allStates().stream().collect(Collectors.toMap(State::name, state -> state));
    }

    /// Every state before those that it leads to; what comes round again does not count. A state's
    /// branches follow it.
    List<String> inOrder() {
        var order = new ArrayList<String>();
        place(machine.graph().startAt(), new HashSet<>(), order);
        return order.reversed();
    }

    private void place(String name, Set<String> seen, List<String> order) {
        if (!seen.add(name)) {
            return;
        }
        for (var edge : edges(name).reversed()) {
            place(edge.to(), seen, order);
        }
        for (var inner : inside(name).reversed()) {
            order.add(inner);
        }
        order.add(name);
    }

    /// Everything that is reached from here while nothing fails, branches too.
    Set<String> reached(String from) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            var name = next.remove();
            if (seen.add(name)) {
                next.addAll(inside(name));
                good(name).forEach(edge -> next.add(edge.to()));
            }
        }
        return seen;
    }

    Set<String> leadingTo(String to) {
        return states.keySet().stream()
                .filter(name -> reached(name).contains(to))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// The states on the shortest way.
    Set<String> shortest(String from, String to) {
        var before = new HashMap<String, String>();
        var next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !before.containsKey(to)) {
            var name = next.remove();
            for (var edge : good(name)) {
                if (before.putIfAbsent(edge.to(), name) == null) {
                    next.add(edge.to());
                }
            }
        }
        var way = new HashSet<>(Set.of(from));
        var at = Optional.of(to);
        while (at.isPresent() && way.add(at.get())) {
            at = at.map(before::get);
        }
        return way;
    }

    /// Whether a failure there leads to the return.
    boolean returns(String name) {
        return edges(name).stream()
                .anyMatch(
                        edge ->
                                edge.why() instanceof Edge.Why.Caught
                                        && edge.to().equals("Return"));
    }

    String success() {
        return states.values().stream()
                .filter(State.Succeed.class::isInstance)
                .map(State::name)
                .findFirst()
                .orElseThrow();
    }

    private List<Edge> good(String name) {
        return edges(name).stream()
                .filter(edge -> !(edge.why() instanceof Edge.Why.Caught))
                .toList();
    }

    private List<Edge> edges(String name) {
        return Optional.ofNullable(states.get(name)).map(State::edges).orElse(List.of());
    }

    private List<String> inside(String name) {
        return Optional.ofNullable(states.get(name)).stream()
                .flatMap(state -> state.inside().stream())
                .flatMap(graph -> graph.states().keySet().stream())
                .toList();
    }
}
