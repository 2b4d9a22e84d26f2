package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Outcome TIMED_OUT = new Outcome.Failed(Failure.of("States.Timeout"));

    @Test
    void aTaskThatTakesTooLongFailsAndItsLateAnswerChangesNothing() {
        var trial =
                Trial.ofTask(", 'TimeoutSeconds': 30").thenAfter(Duration.ofSeconds(31), "'late'");
        assertThat(trial.run()).isEqualTo(TIMED_OUT);
        assertThat(trial.seconds()).isEqualTo(30);
        var told = trial.events.size();
        assertThat(trial.time.step()).isTrue();
        assertThat(trial.time.step()).isTrue();
        assertThat(trial.events).hasSize(told);
    }

    @Test
    void aTaskThatAnswersInTimeLeavesNoTimerBehind() {
        var trial =
                Trial.ofTask(", 'TimeoutSeconds': 30").thenAfter(Duration.ofSeconds(29), "'ok'");
        assertThat(trial.run()).isEqualTo(Trial.succeeded("'ok'"));
        assertThat(trial.time.step()).isFalse();
        assertThat(trial.seconds()).isEqualTo(29);
    }

    @Test
    void theLimitOfATaskMayBeAnExpression() {
        var trial = Trial.ofTask(", 'TimeoutSeconds': '{% $states.input * 2 %}'").thenSilence();
        assertThat(trial.run("4")).isEqualTo(TIMED_OUT);
        assertThat(trial.seconds()).isEqualTo(8);
    }

    @Test
    void anExecutionThatTakesTooLongTimesOut() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'W', 'TimeoutSeconds': 60, 'States': {
                          'W': {'Type': 'Wait', 'Seconds': 61, 'End': true}}}
                        """);
        assertThat(trial.run()).isEqualTo(new Outcome.TimedOut());
        assertThat(trial.types().getLast()).isEqualTo("ExecutionTimedOut");
        assertThat(trial.seconds()).isEqualTo(60);
    }

    @Test
    void aHistoryHasNoMoreThan25000Events() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'A', 'States': {
                          'A': {'Type': 'Choice', 'Default': 'A',
                                'Choices': [{'Condition': false, 'Next': 'B'}]},
                          'B': {'Type': 'Succeed'}}}
                        """);
        assertThat(trial.run()).isInstanceOf(Outcome.Failed.class);
        assertThat(trial.events).hasSize(25_000);
        assertThat(trial.types().getLast()).isEqualTo("ExecutionFailed");
    }

    @Test
    void argumentsOfMoreThan256KibFailTheExecutionAndNobodyCatchesThat() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                          'Resource': 'arn:aws:states:::lambda:invoke',
                          'Arguments': {'FunctionName': 'f',
                            'Payload': '{% [1..3000].$pad($string($), 100) %}'},
                          'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'T'}]}}}
                        """);
        assertThat(trial.run())
                .isEqualTo(
                        new Outcome.Failed(
                                Failure.of(
                                        "States.DataLimitExceeded",
                                        StateEvents.tooLarge("lambda"))));
        assertThat(trial.calls).isEmpty();
    }

    @Test
    void nothingIsCalledOnceTheHistoryIsFull() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'Next': 'T',
                          'Resource': 'arn:aws:states:::lambda:invoke',
                          'Arguments': {'FunctionName': 'f'}}}}
                        """);
        assertThat(trial.run()).isInstanceOf(Outcome.Failed.class);
        assertThat(trial.calls)
                .hasSameSizeAs(trial.of(EventType.TASK_STARTED).toList())
                .hasSizeGreaterThan(4_000);
    }

    @Test
    void anOutputOfMoreThan256KibFailsTheExecution() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'End': true,
                          'Output': '{% [1..$states.input].$pad($string($), 100) %}'}}}
                        """);
        assertThat(trial.run("2000")).isInstanceOf(Outcome.Succeeded.class);
        assertThat(trial.run("3000"))
                .isEqualTo(
                        new Outcome.Failed(
                                Failure.of("States.DataLimitExceeded", StateEvents.tooLarge("P"))));
    }
}
