package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused when a definition is loaded, and where it is said to be.
class RefusalTest {
    @ParameterizedTest
    @MethodSource("machines")
    void aMachineIsRefusedFor(String fields, String problem) {
        assertThat(Trial.problems("{" + fields + "}")).containsExactly(problem);
    }

    @ParameterizedTest
    @MethodSource("states")
    void aStateIsRefusedFor(String fields, String problem) {
        var found = Trial.problems("{'StartAt': 'A', 'States': {'A': {%s}}}".formatted(fields));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().replaceAll(" \\(state '.'\\)", ""))
                .isEqualTo("/States/A" + problem);
    }

    @Test
    void allProblemsAreListedAtOnce() {
        assertThat(
                        Trial.problems(
                                """
                                {'StartAt': 'A', 'Version': '2', 'States': {
                                  'A': {'Type': 'Pass', 'Next': 'C', 'Output': '{% ( %}'},
                                  'B/~': {'Type': 'Wait', 'Seconds': -1, 'End': true}}}
                                """))
                .containsExactly(
                        "/Version: must be 1.0",
                        "/States/A/Next (state 'A'): there is no state 'C'",
                        "/States/A/Output (state 'A'): is no JSONata: Expected \")\" before"
                                + " end of expression (S0203)",
                        "/States/B~1~0/Seconds (state 'B/~'): must be a whole number from 0 to "
                                + "99999999, not -1",
                        "/States/B~1~0 (state 'B/~'): no state leads here");
    }

    private static Stream<Arguments> machines() {
        return Stream.of(
                arguments(
                        "'StartAt': 'X', 'States': {'A': {'Type': 'Succeed'}}",
                        "/StartAt: there is no state 'X'"),
                arguments(
                        "'States': {'A': {'Type': 'Succeed'}}", "/: the field StartAt is missing"),
                arguments("'StartAt': 'A'", "/: the field States is missing"),
                arguments(
                        "'StartAt': 'A', 'TimeoutSeconds': 0, 'States': {'A': {'Type': 'Succeed'}}",
                        "/TimeoutSeconds: must be a whole number from 1 to 99999999, not 0"),
                arguments(
                        "'StartAt': 'A', 'Retry': [], 'States': {'A': {'Type': 'Succeed'}}",
                        "/Retry: a field Retry does not belong here"),
                arguments(
                        "'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}, 'B': {'Type': "
                                + "'Succeed'}}",
                        "/States/B (state 'B'): no state leads here"),
                arguments(
                        "'StartAt': 'A', 'States': {'A': {'Type': 'Sleep'}}",
                        "/States/A/Type (state 'A'): there is no type 'Sleep'"),
                arguments(
                        "'StartAt': 'A', 'States': {'A': {'Type': 'Fail', 'End': true}}",
                        "/States/A/End (state 'A'): a field End does not belong here"));
    }

    private static Stream<Arguments> states() {
        return Stream.of(
                arguments("'Type': 'Pass'", ": must have either a Next or an End that is true"),
                arguments(
                        "'Type': 'Pass', 'End': true, 'Next': 'A'",
                        ": must have either a Next or an End that is true"),
                arguments(
                        "'Type': 'Pass', 'Next': 'Nowhere'", "/Next: there is no state 'Nowhere'"),
                arguments(
                        "'Type': 'Pass', 'End': true, 'InputPath': '$.a'",
                        "/InputPath: a field InputPath does not belong here"),
                arguments(
                        "'Type': 'Pass', 'End': true, 'QueryLanguage': 'JSONPath'",
                        "/QueryLanguage: can't be JSONPath where the whole state machine is "
                                + "JSONata"),
                arguments(
                        "'Type': 'Pass', 'End': true, 'Output': {'x': ['{% $states. %}']}",
                        "/Output/x/0: is no JSONata: Unexpected end of expression (S0207)"),
                arguments(
                        "'Type': 'Pass', 'End': true, 'Output': '{% $eval(1) %}'",
                        "/Output: Step Functions has no $eval"),
                arguments(
                        "'Type': 'Pass', 'End': true, 'Assign': {'states': 1}",
                        "/Assign/states: $states can't be set"),
                arguments("'Type': 'Wait', 'End': true", ": must have either Seconds or Timestamp"),
                arguments(
                        "'Type': 'Wait', 'End': true, 'Seconds': 1.5",
                        "/Seconds: must be a whole number from 0 to 99999999, not 1.5"),
                arguments(
                        "'Type': 'Wait', 'End': true, 'Timestamp': 'tomorrow'",
                        "/Timestamp: 'tomorrow' is no RFC 3339 timestamp"),
                arguments(
                        "'Type': 'Choice', 'Default': 'A', 'Choices': []",
                        ": must have Choices, at least one"),
                arguments(
                        "'Type': 'Choice', 'Default': 'A', 'Choices': [{'Condition': 'true', "
                                + "'Next': 'A'}]",
                        "/Choices/0: the Condition must be true, false or {% … %}"),
                arguments(
                        "'Type': 'Choice', 'Choices': [{'Condition': true, 'Next': 'A', "
                                + "'IsNull': true}]",
                        "/Choices/0/IsNull: a field IsNull does not belong here"),
                arguments(
                        "'Type': 'Choice', 'Choices': [{'Condition': true}]",
                        "/Choices/0: the field Next is missing"),
                arguments(
                        "'Type': 'Parallel', 'End': true, 'Branches': []",
                        ": must have Branches, at least one"),
                arguments(
                        "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', "
                                + "'States': {'A': {'Type': 'Succeed'}}}]",
                        "/Branches/0/States/A: the definition has another state of this name"),
                arguments("'Type': 'Map', 'End': true", ": the field ItemProcessor is missing"),
                arguments(
                        "'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': "
                                + "{'Mode': 'DISTRIBUTED'}, 'StartAt': 'I', 'States': {'I': "
                                + "{'Type': 'Succeed'}}}",
                        "/ItemProcessor/ProcessorConfig/Mode: distributed maps are not supported"));
    }
}
