package dev.daybreak.rehearsal.report;

import dev.daybreak.rehearsal.asl.Edge;
import dev.daybreak.rehearsal.asl.Resource;
import dev.daybreak.rehearsal.asl.State;
import dev.daybreak.rehearsal.asl.StateGraph;
import dev.daybreak.rehearsal.asl.StateMachine;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the phases of a migration in its state machine. The window is where a failure leads to
/// `Return`; the approval begins where people are asked; what cannot end well any more is the
/// return, or the stop before the window.
final class Phases {
    private static final String RETURN = "Return";

    private final StateGraph graph;
    private final Map<String, Phase> phases = new HashMap<>();

    private Phases(StateGraph graph) {
        this.graph = graph;
    }

    static Map<String, Phase> of(StateMachine machine) {
        var phases = new Phases(machine.graph());
        phases.find();
        return phases.phases;
    }

    private void find() {
        var good = good();
        var window = from(entriesOfTheWindow(), good, Set.of());
        var prepared = from(List.of(graph.startAt()), good, gates(good));
        put(good, Phase.APPROVE);
        put(prepared, Phase.PREPARE);
        put(window, Phase.CUT_OVER);
        var all = graph.states().keySet();
        var returning = from(List.of(RETURN), all, good);
        var stopping = from(targets(good, window), all, good);
        var leaving = from(targets(window, Set.of()), all, good);
        leaving.removeAll(returning);
        leaving.removeAll(stopping);
        put(leaving, Phase.CUT_OVER);
        put(minus(returning, stopping), Phase.RETURN);
        put(minus(stopping, returning), Phase.STOP);
    }

    private void put(Collection<String> states, Phase phase) {
        for (var name : states) {
            phases.put(name, phase);
            var state = graph.states().get(name);
            if (state != null) {
                state.inside()
                        .forEach(
                                inner ->
                                        inner.allStates()
                                                .forEach(one -> phases.put(one.name(), phase)));
            }
        }
    }

    /// The states from which the machine can still succeed.
    private Set<String> good() {
        var good =
                graph.states().values().stream()
                        .filter(State.Succeed.class::isInstance)
                        .map(State::name)
                        .collect(Collectors.toCollection(HashSet::new));
        var grew = true;
        while (grew) {
            grew = good.addAll(sources(good));
        }
        return good;
    }

    private Set<String> sources(Set<String> targets) {
        return graph.states().values().stream()
                .filter(state -> state.edges().stream().anyMatch(e -> targets.contains(e.to())))
                .map(State::name)
                .collect(Collectors.toSet());
    }

    private List<String> entriesOfTheWindow() {
        return graph.states().values().stream()
                .filter(state -> state.edges().stream().anyMatch(Phases::returns))
                .map(State::name)
                .toList();
    }

    private static boolean returns(Edge edge) {
        return edge.why() instanceof Edge.Why.Caught && edge.to().equals(RETURN);
    }

    /// Where the way to people's answer, and round it, begins.
    private Set<String> gates(Set<String> good) {
        var asking =
                graph.states().values().stream()
                        .filter(Phases::asks)
                        .map(State::name)
                        .filter(good::contains)
                        .collect(Collectors.toSet());
        return sources(asking);
    }

    private static boolean asks(State state) {
        return state instanceof State.Task task
                && task.resource() instanceof Resource.Integration it
                && it.waitsForToken();
    }

    private Set<String> targets(Set<String> of, Set<String> except) {
        return minus(of, except).stream()
                .flatMap(name -> edges(name).stream())
                .map(Edge::to)
                .filter(to -> !of.contains(to))
                .collect(Collectors.toSet());
    }

    /// What can be reached without leaving `within` and without entering `without`.
    private Set<String> from(Collection<String> starts, Set<String> within, Set<String> without) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(starts);
        while (!next.isEmpty()) {
            var name = next.remove();
            var isIn = within.contains(name) && !without.contains(name);
            if (isIn && seen.add(name)) {
                edges(name).forEach(edge -> next.add(edge.to()));
            }
        }
        return seen;
    }

    private List<Edge> edges(String name) {
        var state = graph.states().get(name);
        return state == null ? List.of() : state.edges();
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
