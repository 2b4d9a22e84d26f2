package dev.daybreak.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which answers of which steps can be the input of each state, followed from Task to Task through
/// Choices, Waits and Passes.
final class Flow {
    /// Something that is no answer of a step: an execution's input, a caught error, a token's
    /// output.
    static final class Unknown {}

    private static final Pattern DECISION =
            Pattern.compile("\\$states\\.(?:input|result\\.Payload)\\.decision = '(\\w+)'");
    private static final Pattern DECISION_ALONE =
            Pattern.compile("\\{% \\$states\\.input\\.decision = '(\\w+)' %}");
    private static final String PAYLOAD = "{% $states.result.Payload %}";

    private final Workflow workflow;
    private final Map<String, Set<Class<?>>> inputs = new HashMap<>();
    private final ArrayDeque<String> changed = new ArrayDeque<>();

    Flow(Workflow workflow) {
        this.workflow = workflow;
        reach(workflow.startAt(), Set.of(Unknown.class));
        while (!changed.isEmpty()) {
            follow(workflow.state(changed.poll()));
        }
    }

    /// What the state may be given; empty where nothing leads to it.
    Set<Class<?>> into(State state) {
        return inputs.getOrDefault(state.name(), Set.of());
    }

    /// What a Choice's n-th rule may see.
    Set<Class<?>> intoRule(State choice, int rule) {
        var left = into(choice);
        for (int i = 0; i < rule; i++) {
            left = without(left, DECISION_ALONE, condition(choice.choices().get(i)));
        }
        return narrowed(left, condition(choice.choices().get(rule)));
    }

    /// What is left when no rule matched.
    Set<Class<?>> intoDefault(State choice) {
        var left = into(choice);
        for (var rule : choice.choices()) {
            left = without(left, DECISION_ALONE, condition(rule));
        }
        return left;
    }

    /// The answers that a Task may get.
    static Set<Class<?>> results(State task) {
        return new LinkedHashSet<>(Steps.answers(task.stepClass()));
    }

    /// Only the answers that an expression's own test lets through.
    static Set<Class<?>> narrowed(Set<Class<?>> answers, String expression) {
        var decision = decision(expression);
        return decision.isEmpty()
                ? answers
                : answers.stream()
                        .filter(one -> one.getSimpleName().equals(decision.get()))
                        .collect(Collectors.toSet());
    }

    static Optional<String> decision(String expression) {
        return DECISION.matcher(expression).results().map(one -> one.group(1)).findFirst();
    }

    static String condition(JsonNode rule) {
        return rule.path("Condition").asText();
    }

    private static Set<Class<?>> without(Set<Class<?>> left, Pattern alone, String condition) {
        var matcher = alone.matcher(condition);
        return matcher.matches()
                ? left.stream()
                        .filter(one -> !one.getSimpleName().equals(matcher.group(1)))
                        .collect(Collectors.toSet())
                : left;
    }

    private void follow(State state) {
        state.list("Catch").forEach(one -> reach(one.path("Next").asText(), Set.of(Unknown.class)));
        switch (state.type()) {
            case "Choice" -> {
                for (int i = 0; i < state.choices().size(); i++) {
                    reach(state.choices().get(i).path("Next").asText(), intoRule(state, i));
                }
                reach(state.json().path("Default").asText(), intoDefault(state));
            }
            case "Parallel" -> {
                state.list("Branches")
                        .forEach(one -> reach(one.path("StartAt").asText(), into(state)));
                reachNext(state, Set.of(Unknown.class));
            }
            case "Task" -> reachNext(state, given(state));
            case "Pass", "Wait" ->
                    reachNext(
                            state,
                            state.json().has("Output") ? Set.of(Unknown.class) : into(state));
            default -> {}
        }
    }

    private static Set<Class<?>> given(State task) {
        return task.isLambda() && task.json().path("Output").asText().equals(PAYLOAD)
                ? results(task)
                : Set.of(Unknown.class);
    }

    private void reachNext(State state, Set<Class<?>> answers) {
        if (state.json().has("Next")) {
            reach(state.json().path("Next").asText(), answers);
        }
    }

    private void reach(String name, Set<Class<?>> answers) {
        var known = inputs.computeIfAbsent(name, _ -> new LinkedHashSet<>());
        var isNew = known.isEmpty();
        if (known.addAll(answers) || (isNew && !changed.contains(name))) {
            changed.add(workflow.state(name).name());
        }
    }
}
