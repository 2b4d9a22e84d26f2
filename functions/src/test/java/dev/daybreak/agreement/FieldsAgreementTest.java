package dev.daybreak.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Promise P10: every field that a workflow reads exists in every answer that can be there. An
/// undefined field ends an execution with States.QueryEvaluationError, in the middle of a window.
class FieldsAgreementTest {
    private static final Pattern INPUT = Pattern.compile("\\$states\\.input((?:\\.\\w+)+)");
    private static final Pattern RESULT =
            Pattern.compile("\\$states\\.result\\.Payload((?:\\.\\w+)+)");
    private static final Pattern WHOLE =
            Pattern.compile("\\{% \\$states\\.(input|result\\.Payload)((?:\\.\\w+)+) %}");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$([a-z]\\w*)((?:\\.\\w+)*)(?![\\w(])");

    /// Read from something that is no answer: what came back with the approval's token.
    private static final Map<String, Set<String>> UNTYPED =
            Map.of(
                    "IsApproved", Set.of("approved"),
                    "IsLeaveApproved", Set.of("approved"),
                    "IsDeletionApproved", Set.of("approved"));

    /// An expression with what it may be looking at.
    private record Reading(State state, String text, Set<Class<?>> input, Set<Class<?>> result) {}

    static Stream<Workflow> workflows() {
        return Workflow.all().stream();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyFieldThatIsReadExistsInEveryAnswerThatCanBeThere(Workflow workflow) {
        for (var reading : readings(workflow)) {
            INPUT.matcher(reading.text())
                    .results()
                    .forEach(one -> check(reading, path(one.group(1)), reading.input()));
            RESULT.matcher(reading.text())
                    .results()
                    .forEach(one -> check(reading, path(one.group(1)), reading.result()));
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyVariableIsAssignedAndHasTheFieldsThatAreRead(Workflow workflow) {
        var assigned = assigned(workflow);
        var types = types(workflow);
        for (var reading : readings(workflow)) {
            VARIABLE.matcher(reading.text())
                    .results()
                    .filter(one -> !one.group(1).equals("states"))
                    .forEach(
                            one -> {
                                assertThat(assigned).as("%s", reading).contains(one.group(1));
                                for (var type : types.getOrDefault(one.group(1), Set.of())) {
                                    assertThat(Fields.at(type, path(one.group(2))))
                                            .as("$%s%s in %s", one.group(1), one.group(2), reading)
                                            .isPresent();
                                }
                            });
        }
    }

    private static void check(Reading reading, List<String> path, Set<Class<?>> answers) {
        if (UNTYPED.getOrDefault(reading.state().name(), Set.of()).contains(path.getFirst())) {
            assertThat(answers).contains(Flow.Unknown.class);
            return;
        }
        assertThat(answers).as("what can be in %s", reading).isNotEmpty();
        for (var answer : answers) {
            if (answer == Flow.Unknown.class) {
                fail("%s reads %s of something that is no answer", reading, path);
            }
            if (!path.equals(List.of("decision"))) {
                assertThat(Fields.at(answer, path)).as("%s of %s", path, reading).isPresent();
            }
        }
    }

    private static List<Reading> readings(Workflow workflow) {
        var flow = new Flow(workflow);
        var readings = new ArrayList<Reading>();
        for (var state : workflow.states().values()) {
            var result = state.isLambda() ? Flow.results(state) : Set.<Class<?>>of();
            var input = state.type().equals("Choice") ? flow.intoDefault(state) : flow.into(state);
            state.expressions(List.of("Branches", "Choices"))
                    .forEach(
                            one ->
                                    readings.add(
                                            new Reading(
                                                    state,
                                                    one.getValue(),
                                                    input,
                                                    Flow.narrowed(result, one.getValue()))));
            for (int i = 0; i < state.choices().size(); i++) {
                var seen = flow.intoRule(state, i);
                State.expressions("Choices", state.choices().get(i))
                        .forEach(
                                one ->
                                        readings.add(
                                                new Reading(state, one.getValue(), seen, result)));
            }
        }
        return readings;
    }

    private static Set<String> assigned(Workflow workflow) {
        var names = new HashSet<String>();
        workflow.states()
                .values()
                .forEach(
                        state ->
                                state.json()
                                        .findValues("Assign")
                                        .forEach(
                                                one ->
                                                        one.fieldNames()
                                                                .forEachRemaining(names::add)));
        return names;
    }

    /// What each variable may hold, where it was taken from an answer as it is.
    private static Map<String, Set<Type>> types(Workflow workflow) {
        var types = new HashMap<String, Set<Type>>();
        var flow = new Flow(workflow);
        for (var state : workflow.states().values()) {
            for (int i = 0; i < state.choices().size(); i++) {
                var seen = flow.intoRule(state, i);
                keep(state.choices().get(i).path("Assign").properties(), seen, types);
            }
            var given = state.isLambda() ? Flow.results(state) : flow.into(state);
            keep(state.json().path("Assign").properties(), given, types);
        }
        return types;
    }

    private static void keep(
            Set<Map.Entry<String, JsonNode>> assignments,
            Set<Class<?>> answers,
            Map<String, Set<Type>> types) {
        for (var assignment : assignments) {
            var whole = WHOLE.matcher(assignment.getValue().asText());
            if (whole.matches()) {
                for (var answer : answers) {
                    Fields.at(answer, path(whole.group(2)))
                            .ifPresent(
                                    type ->
                                            types.computeIfAbsent(
                                                            assignment.getKey(),
                                                            _ -> new LinkedHashSet<>())
                                                    .add(type));
                }
            }
        }
    }

    private static List<String> path(String dotted) {
        return Stream.of(dotted.split("\\.")).filter(one -> !one.isEmpty()).toList();
    }
}
