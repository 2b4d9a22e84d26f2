package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.asl.State;
import dev.daybreak.rehearsal.lambda.Functions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What lives have been through: states, the ways between them, and the decisions of handlers.
public final class Coverage {
    private final Map<String, Set<String>> states = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> ways = new HashMap<>();
    private final Map<String, Set<String>> decisions = new HashMap<>();

    /// Everything that there is to go through.
    public static Coverage whole(Workflows workflows) {
        var all = new Coverage();
        workflows
                .machines()
                .values()
                .forEach(one -> one.allStates().forEach(state -> all.add(one.name(), state)));
        Functions.classes().forEach((step, handler) -> all.decisions(step, handler.getName()));
        return all;
    }

    private void add(String workflow, State state) {
        entered(workflow, state.name());
        state.edges().forEach(edge -> went(workflow, edge.from(), edge.to()));
    }

    /// A step's decisions are the permitted subclasses of its `Answer`.
    private void decisions(String step, String handler) {
        try {
            var answer = Class.forName(handler.replaceFirst("Handler$", "") + "$Answer");
            Arrays.stream(answer.getPermittedSubclasses())
                    .forEach(one -> decided(step, one.getSimpleName()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(handler + " has no Answer", e);
        }
    }

    void entered(String workflow, String state) {
        states.computeIfAbsent(workflow, _ -> new HashSet<>()).add(state);
    }

    void went(String workflow, String from, String to) {
        ways.computeIfAbsent(workflow, _ -> new HashMap<>())
                .computeIfAbsent(from, _ -> new HashSet<>())
                .add(to);
    }

    void decided(String step, String decision) {
        decisions.computeIfAbsent(step, _ -> new HashSet<>()).add(decision);
    }

    void add(Coverage other) {
        other.states.forEach((workflow, all) -> all.forEach(state -> entered(workflow, state)));
        other.ways.forEach(
                (workflow, from) ->
                        from.forEach(
                                (state, to) -> to.forEach(next -> went(workflow, state, next))));
        other.decisions.forEach((step, all) -> all.forEach(one -> decided(step, one)));
    }

    /// `workflow.State`.
    public SortedSet<String> states() {
        var all = new TreeSet<String>();
        states.forEach((workflow, names) -> names.forEach(one -> all.add(workflow + "." + one)));
        return all;
    }

    /// `workflow.From > To`.
    public SortedSet<String> ways() {
        var all = new TreeSet<String>();
        ways.forEach(
                (workflow, from) ->
                        from.forEach(
                                (state, to) ->
                                        to.forEach(
                                                next ->
                                                        all.add(
                                                                "%s.%s > %s"
                                                                        .formatted(
                                                                                workflow, state,
                                                                                next)))));
        return all;
    }

    /// `Step.Decision`.
    public SortedSet<String> decisions() {
        var all = new TreeSet<String>();
        decisions.forEach((step, names) -> names.forEach(one -> all.add(step + "." + one)));
        return all;
    }
}
