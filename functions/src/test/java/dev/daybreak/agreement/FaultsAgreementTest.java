package dev.daybreak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Promise P10: Step Functions knows a fault by its class's name, so a renamed class would disable
/// a Retry in silence.
class FaultsAgreementTest {
    private static final Set<Class<?>> RETRIED =
            Set.of(Throttled.class, Unavailable.class, Overtaken.class);

    /// Other names than ours: of Step Functions, and of Lambda's integration.
    /// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
    private static final Set<String> OTHERS =
            Set.of(
                    "States.ALL",
                    "States.Timeout",
                    "Daybreak.GivenUp",
                    "Lambda.TooManyRequestsException",
                    "Lambda.ServiceException",
                    "Lambda.AWSLambdaException",
                    "Lambda.SdkClientException",
                    "Lambda.Unknown",
                    "Sandbox.Timedout");

    private static final String STANDARD =
            """
            [
              { "ErrorEquals": ["dev.daybreak.fault.Throttled", "Lambda.TooManyRequestsException"],
                "IntervalSeconds": 2, "BackoffRate": 2, "MaxDelaySeconds": 30, "MaxAttempts": 8,
                "JitterStrategy": "FULL" },
              { "ErrorEquals": ["dev.daybreak.fault.Unavailable", "Lambda.ServiceException",
                  "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.Unknown",
                  "Sandbox.Timedout", "States.Timeout"],
                "IntervalSeconds": 1, "BackoffRate": 2, "MaxDelaySeconds": 20, "MaxAttempts": 5,
                "JitterStrategy": "FULL" },
              { "ErrorEquals": ["dev.daybreak.fault.Overtaken"],
                "IntervalSeconds": 1, "BackoffRate": 1.5, "MaxAttempts": 3,
                "JitterStrategy": "FULL" }
            ]
            """;

    private static final Set<String> TIMEOUTS = Set.of("Sandbox.Timedout", "States.Timeout");

    static Stream<State> tasks() {
        return Workflow.allStates().filter(one -> one.type().equals("Task"));
    }

    static Stream<State> lambdas() {
        return Workflow.lambdas();
    }

    static Stream<State> catching() {
        return Workflow.allStates()
                .filter(one -> one.json().has("Catch") || one.json().has("Retry"));
    }

    @Test
    void everyErrorIsAFaultOrAKnownName() {
        var known = new ArrayList<>(OTHERS);
        Stream.of(Fault.class.getPermittedSubclasses()).map(Class::getName).forEach(known::add);

        assertThat(
                        Workflow.allStates()
                                .flatMap(one -> one.json().findValues("ErrorEquals").stream())
                                .flatMap(one -> texts(one).stream())
                                .collect(Collectors.toSet()))
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("lambdas")
    void aTaskRetriesWhatMayPassAndNothingElse(State task) throws IOException {
        var standard = Json.MAPPER.readTree(STANDARD);
        if (!task.isCallback()) {
            assertThat(task.json().path("Retry"))
                    .isEqualTo(task.step().equals("ProveEqual") ? forAProof(standard) : standard);
            return;
        }
        // Nobody answered in time: asking again would only reach people twice.
        var retried = task.list("Retry").stream().flatMap(one -> errors(one).stream()).toList();
        assertThat(retried).doesNotContain("States.Timeout", Overtaken.class.getName());
        assertThat(errors(standard.get(0))).isEqualTo(errors(task.list("Retry").getFirst()));
    }

    /// A comparison that did not end in a quarter of an hour will not the next time.
    private static JsonNode forAProof(JsonNode standard) {
        var rules = standard.deepCopy();
        var names = (ArrayNode) rules.path(1).path("ErrorEquals");
        names.removeIf(name -> TIMEOUTS.contains(name.asText()));
        return rules;
    }

    @Test
    void aRefusalIsNeverRetried() {
        var refusals =
                Stream.of(Fault.class.getPermittedSubclasses())
                        .filter(one -> !RETRIED.contains(one))
                        .map(Class::getName)
                        .toList();

        assertThat(refusals).hasSize(3);
        assertThat(
                        Workflow.allStates()
                                .flatMap(one -> one.list("Retry").stream())
                                .flatMap(one -> errors(one).stream()))
                .doesNotContainAnyElementsOf(refusals)
                .containsAll(RETRIED.stream().map(Class::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("catching")
    void catchingAllIsAloneAndLast(State state) {
        for (var field : List.of("Retry", "Catch")) {
            var lists = state.list(field).stream().map(FaultsAgreementTest::errors).toList();
            for (var errors : lists) {
                if (errors.contains("States.ALL")) {
                    assertThat(errors).containsExactly("States.ALL");
                    assertThat(errors).isSameAs(lists.getLast());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyTaskEndsInTimeAndItsFailureGoesSomewhere(State task) {
        assertThat(task.json().has("TimeoutSeconds")).isTrue();
        if (task.isLambda() && !task.isInBranch()) {
            assertThat(errors(task.list("Catch").getLast())).containsExactly("States.ALL");
        }
    }

    @Test
    void aBranchsFailureIsCaughtByItsParallel() {
        assertThat(Workflow.allStates().filter(one -> one.type().equals("Parallel")))
                .isNotEmpty()
                .allSatisfy(
                        one ->
                                assertThat(errors(one.list("Catch").getLast()))
                                        .containsExactly("States.ALL"));
    }

    /// A task that timed out has an error and no cause, and an undefined field ends the execution.
    @Test
    void aCauseIsNeverTakenForGranted() {
        assertThat(
                        Workflow.allStates()
                                .flatMap(one -> one.expressions(List.of("Branches")).stream())
                                .map(Map.Entry::getValue)
                                .filter(one -> one.contains("$states.errorOutput.Cause")))
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one).contains("$exists($states.errorOutput.Cause) ? "));
    }

    private static List<String> errors(JsonNode rule) {
        return texts(rule.path("ErrorEquals"));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
