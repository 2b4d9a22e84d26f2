package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What states do that no recording shows.
class StatesTest {
    @Test
    void outputsDoNotSeeTheVariablesThatTheSameStateSets() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'A', 'States': {
                          'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'B'},
                          'B': {'Type': 'Pass', 'End': true,
                            'Assign': {'x': 2, 'y': '{% $x %}'}, 'Output': '{% $x %}'}}}
                        """);
        assertThat(trial.run()).isEqualTo(Trial.succeeded("1"));
        assertThat(trial.of(EventType.PASS_STATE_EXITED))
                .last()
                .extracting(event -> event.details().path("assignedVariables"))
                .isEqualTo(Trial.json("{'x': 2, 'y': 1}"));
    }

    @Test
    void aChoiceWithoutARuleThatHoldsFails() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'A', 'States': {
                          'A': {'Type': 'Choice', 'Choices': [
                            {'Condition': '{% $states.input > 1 %}', 'Next': 'B'}]},
                          'B': {'Type': 'Succeed'}}}
                        """);
        assertThat(trial.run("2")).isEqualTo(Trial.succeeded("2"));
        assertThat(trial.run("1"))
                .isEqualTo(
                        new Outcome.Failed(
                                Failure.of(
                                        "States.NoChoiceMatched",
                                        "No rule of the state 'A' holds and it has no Default.")));
    }

    @Test
    void aConditionThatIsNeitherTrueNorFalseFailsTheExecution() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'A', 'States': {
                          'A': {'Type': 'Choice', 'Default': 'B', 'Choices': [
                            {'Condition': '{% $states.input %}', 'Next': 'B'}]},
                          'B': {'Type': 'Succeed'}}}
                        """);
        assertThat(trial.run("'yes'").toString())
                .contains("Expected 'boolean', but was 'string' for value: \"yes\"");
    }

    @Test
    void anExpressionThatFailsIsAnErrorThatCanBeCaught() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'T', 'States': {
                          'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
                            'Arguments': {'FunctionName': 'f'}, 'End': true,
                            'Output': '{% $states.result.Payload.status %}',
                            'Catch': [{'ErrorEquals': ['States.QueryEvaluationError'],
                              'Output': '{% $states.errorOutput.Error %}', 'Next': 'C'}]},
                          'C': {'Type': 'Succeed'}}}
                        """);
        assertThat(trial.run()).isEqualTo(Trial.succeeded("'States.QueryEvaluationError'"));
        assertThat(trial.of(EventType.EVALUATION_FAILED)).hasSize(1);
    }

    @Test
    void anExpressionThatFailsInACatcherIsCaughtByNobody() {
        var trial =
                Trial.ofTask(
                                """
                                , 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'T',
                                             'Output': '{% $states.result %}'}]
                                """)
                        .thenFail(1, "Oops");
        assertThat(trial.run().toString()).contains("returned nothing (undefined)");
        assertThat(trial.calls).hasSize(1);
    }

    @Test
    void aFailInABranchFailsTheParallelStateWithItsErrorAndCause() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true,
                          'Branches': [
                            {'StartAt': 'W', 'States': {
                              'W': {'Type': 'Wait', 'Seconds': 5, 'End': true}}},
                            {'StartAt': 'F', 'States': {
                              'F': {'Type': 'Fail', 'Error': '{% $states.input %}'}}}]}}}
                        """);
        assertThat(trial.run("'Refused'"))
                .isEqualTo(
                        new Outcome.Failed(new Failure(Optional.of("Refused"), Optional.empty())));
        assertThat(trial.types())
                .containsSubsequence(
                        "FailStateEntered",
                        "WaitStateAborted",
                        "ParallelStateFailed",
                        "ExecutionFailed");
        assertThat(trial.seconds()).isZero();
    }

    @Test
    void publishingGivesTheTopicsAnswer() {
        var trial =
                Trial.of(
                                """
                                {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                                  'Resource': 'arn:aws:states:::sns:publish',
                                  'Arguments': {'TopicArn': 't', 'Message': '{% $states.input %}'},
                                  'Output': '{% $states.result.MessageId %}'}}}
                                """)
                        .then(answer -> answer.succeed(Trial.json("{'MessageId': 'm-1'}")));
        assertThat(trial.run("'hello'")).isEqualTo(Trial.succeeded("'m-1'"));
        assertThat(trial.calls)
                .containsExactly(
                        new TaskCall.Publish(
                                Trial.json("{'TopicArn': 't', 'Message': 'hello'}"),
                                new TaskCall.Origin("trial", "T", 0, Optional.empty())));
    }

    @Test
    void anInvocationWithoutAFunctionNameFailsForGood() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                          'Resource': 'arn:aws:states:::lambda:invoke',
                          'Arguments': '{% $states.input %}',
                          'Retry': [{'ErrorEquals': ['States.ALL']}]}}}
                        """);
        assertThat(trial.run())
                .isEqualTo(
                        new Outcome.Failed(
                                Failure.of(
                                        "States.Runtime",
                                        "The state 'T' gives no FunctionName to invoke.")));
    }
}
