package dev.daybreak.rehearsal.report;

import dev.daybreak.rehearsal.asl.State;
import dev.daybreak.rehearsal.asl.StateGraph;
import dev.daybreak.rehearsal.asl.StateMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a state machine's own file tells about how to show it: the phase of each state, which
/// states are one loop, and which run side by side.
public final class Workflow {
    private final Map<String, Phase> phases;
    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, Set<String>> loops = new LinkedHashMap<>();
    private final Map<String, String> areas = new LinkedHashMap<>();

    private Workflow(StateMachine machine) {
        walk(machine.graph(), "/");
        phases = Phases.of(machine);
    }

    public static Workflow of(StateMachine machine) {
        return new Workflow(machine);
    }

    /// Empty for what comes in several phases, such as cleaning up after a return and after a stop.
    public Optional<Phase> phase(String state) {
        return Optional.ofNullable(phases.get(state));
    }

    /// Whether a function of ours, or AWS itself, works in it.
    public boolean isTask(String state) {
        return states.get(state) instanceof State.Task;
    }

    /// A task and the choices and waits through which it comes round to itself; empty where it does
    /// not.
    public Set<String> loop(String task) {
        return loops.getOrDefault(task, Set.of());
    }

    /// Whether a stay in this state means that the other one is over: they are in the same branch,
    /// or the other one is in a branch inside of it.
    boolean follows(String state, String other) {
        return areas.getOrDefault(other, "/").startsWith(areas.getOrDefault(state, "/"));
    }

    private void walk(StateGraph graph, String area) {
        graph.states()
                .forEach(
                        (name, state) -> {
                            states.put(name, state);
                            areas.put(name, area);
                            if (state instanceof State.Task) {
                                loops.put(name, loop(graph, state));
                            }
                            for (var i = 0; i < state.inside().size(); i++) {
                                walk(state.inside().get(i), area + name + "/" + i + "/");
                            }
                        });
    }

    private static Set<String> loop(StateGraph graph, State task) {
        var loop = new TreeSet<String>();
        for (var edge : task.edges()) {
            if (comesRound(graph, edge.to(), task.name(), loop)) {
                loop.add(task.name());
            }
        }
        return loop;
    }

    /// Whether states without work of their own lead back to the task.
    private static boolean comesRound(
            StateGraph graph, String from, String task, Set<String> loop) {
        if (from.equals(task)) {
            return true;
        }
        var state = graph.states().get(from);
        if (!(state instanceof State.Choice || state instanceof State.Wait)) {
            return false;
        }
        var found = false;
        for (var edge : state.edges()) {
            found |= comesRound(graph, edge.to(), task, loop);
        }
        if (found) {
            loop.add(from);
        }
        return found;
    }
}
