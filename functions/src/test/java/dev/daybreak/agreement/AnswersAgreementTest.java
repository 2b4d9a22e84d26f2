package dev.daybreak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Promise P10: a workflow's Choices and a step's sealed answers are the same set.
class AnswersAgreementTest {
    /// Answers that may go wherever a Choice goes by Default: they all mean no.
    private static final Set<String> REFUSALS =
            Set.of("Failed", "Refused", "Unfit", "Leaky", "Different", "ChangedMeanwhile");

    /// Other answers that go by Default on purpose: the window decides about them later.
    private static final Map<String, Set<String>> BY_DEFAULT =
            Map.of(
                    "IsStillQuiet",
                    Set.of("NoLateWrites", "Unclear"),
                    // The same at this moment, and no longer at the next.
                    "WhatWouldBeLost",
                    Set.of("Equal"));

    /// Tasks whose answer decides nothing: it is kept in variables.
    private static final Set<String> DECIDE_NOTHING =
            Set.of("LookForWrites", "MarkLeftAlone", "NoteStop", "WantStopped", "WantRunning");

    static Stream<State> deciding() {
        return Workflow.allStates()
                .filter(one -> one.type().equals("Choice"))
                .filter(one -> one.choices().stream().anyMatch(AnswersAgreementTest::decides));
    }

    static Stream<State> tasksWithSeveralAnswers() {
        return Workflow.lambdas()
                .filter(one -> !one.isCallback())
                .filter(one -> Flow.results(one).size() > 1)
                .filter(one -> !DECIDE_NOTHING.contains(one.name()));
    }

    @ParameterizedTest
    @MethodSource("deciding")
    void aChoiceNamesOnlyAnswersThatExist(State choice) {
        assertThat(named(choice)).isNotEmpty().isSubsetOf(names(flow(choice).into(choice)));
    }

    @ParameterizedTest
    @MethodSource("deciding")
    void aChoiceHandlesEveryAnswer(State choice) {
        var left = new TreeSet<>(names(flow(choice).into(choice)));
        left.removeAll(named(choice));
        left.removeAll(REFUSALS);
        left.removeAll(BY_DEFAULT.getOrDefault(choice.name(), Set.of()));

        assertThat(left).as("neither in a rule nor meant for Default").isEmpty();
        assertThat(choice.json().has("Default")).isTrue();
    }

    @Test
    void nothingGoesByDefaultThatIsNamed() {
        assertThat(deciding().map(State::name)).containsAll(BY_DEFAULT.keySet());
        for (var choice : deciding().toList()) {
            var answers = new TreeSet<>(BY_DEFAULT.getOrDefault(choice.name(), Set.of()));
            answers.retainAll(named(choice));

            assertThat(answers).as("%s", choice).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tasksWithSeveralAnswers")
    void aTaskWithSeveralAnswersLeadsToAChoiceThatReadsThem(State task) {
        var next = workflow(task).state(task.json().path("Next").asText());

        assertThat(next.type()).isEqualTo("Choice");
        assertThat(named(next)).isNotEmpty();
    }

    @Test
    void everyTaskThatDecidesNothingIsThere() {
        assertThat(Workflow.lambdas().map(State::name)).containsAll(DECIDE_NOTHING);
    }

    private static boolean decides(JsonNode rule) {
        return Flow.decision(Flow.condition(rule)).isPresent();
    }

    private static Set<String> named(State choice) {
        return choice.choices().stream()
                .flatMap(rule -> Flow.decision(Flow.condition(rule)).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Class<?>> answers) {
        return answers.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    }

    private static Flow flow(State state) {
        return new Flow(workflow(state));
    }

    private static Workflow workflow(State state) {
        return Workflow.all().stream()
                .filter(one -> one.name().equals(state.machine()))
                .findFirst()
                .orElseThrow();
    }
}
