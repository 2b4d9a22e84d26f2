package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// As [RefusalTest], for Task states and what they do about errors.
class TaskRefusalTest {
    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskIsRefusedFor(String fields, String problem) {
        var task = "'Type': 'Task', 'End': true, " + fields;
        if (!fields.contains("Resource")) {
            task += ", 'Resource': 'arn:aws:states:::lambda:invoke'";
        }
        if (!fields.contains("Arguments")) {
            task += ", 'Arguments': {'FunctionName': 'f'}";
        }
        assertThat(Trial.problems("{'StartAt': 'A', 'States': {'A': {%s}}}".formatted(task)))
                .containsExactly(("/States/A" + problem).replaceFirst(": ", " (state 'A'): "));
    }

    private static Stream<Arguments> tasks() {
        return Stream.of(
                arguments(
                        "'Resource': 'arn:aws:states:::sqs:sendMessage'",
                        "/Resource: the resource arn:aws:states:::sqs:sendMessage is not "
                                + "supported"),
                arguments(
                        "'Credentials': {}",
                        "/Credentials: the field Credentials is not supported"),
                arguments(
                        "'TimeoutSeconds': 60, 'HeartbeatSeconds': 60",
                        "/HeartbeatSeconds: must be less than TimeoutSeconds"),
                arguments("'Arguments': {}", ": Arguments must give a FunctionName"),
                arguments(
                        "'Arguments': {'FunctionName': 'f', 'Qualifier': '1'}",
                        "/Arguments/Qualifier: the argument Qualifier is not supported"),
                arguments(
                        "'Retry': [{'ErrorEquals': []}]",
                        "/Retry/0/ErrorEquals: must name at least one error"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['States.ALL', 'Oops']}]",
                        "/Retry/0/ErrorEquals: States.ALL must stand alone"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['States.ALL']}, {'ErrorEquals': ['Oops']}]",
                        "/Retry/0/ErrorEquals: States.ALL must come last"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['States.Typo']}]",
                        "/Retry/0/ErrorEquals/0: there is no error States.Typo"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['Oops'], 'IntervalSeconds': 0}]",
                        "/Retry/0/IntervalSeconds: must be a whole number from 1 to 99999999, "
                                + "not 0"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['Oops'], 'BackoffRate': 0.5}]",
                        "/Retry/0/BackoffRate: must be a number of 1 or more"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['Oops'], 'IntervalSeconds': 9, "
                                + "'MaxDelaySeconds': 9}]",
                        "/Retry/0/MaxDelaySeconds: must be more than IntervalSeconds"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['Oops'], 'JitterStrategy': 'HALF'}]",
                        "/Retry/0/JitterStrategy: must be FULL or NONE"),
                arguments(
                        "'Retry': [{'ErrorEquals': ['Oops'], 'Attempts': 2}]",
                        "/Retry/0/Attempts: a field Attempts does not belong here"),
                arguments(
                        "'Catch': [{'ErrorEquals': ['Oops'], 'Next': 'B'}]",
                        "/Catch/0/Next: there is no state 'B'"),
                arguments(
                        "'Catch': [{'ErrorEquals': ['Oops'], 'Next': 'A', 'ResultPath': '$.e'}]",
                        "/Catch/0/ResultPath: a field ResultPath does not belong here"));
    }
}
