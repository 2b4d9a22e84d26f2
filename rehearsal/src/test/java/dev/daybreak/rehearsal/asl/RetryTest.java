package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final String THROTTLED = "dev.daybreak.fault.Throttled";

    @Test
    void pausesGrowByTheBackoffRateUpToTheLongestDelay() {
        var trial =
                Trial.ofTask(
                                """
                                , 'Retry': [{'ErrorEquals': ['dev.daybreak.fault.Throttled'],
                                  'IntervalSeconds': 2, 'BackoffRate': 3, 'MaxAttempts': 4,
                                  'MaxDelaySeconds': 10}]
                                """)
                        .thenFail(4, THROTTLED);
        assertThat(trial.run("1")).isEqualTo(Trial.succeeded("1"));
        assertThat(trial.secondsOf(EventType.TASK_SCHEDULED))
                .containsExactly(0.0, 2.0, 8.0, 18.0, 28.0);
    }

    @Test
    void theDefaultsAreThreeRetriesAfterOneTwoAndFourSeconds() {
        var trial =
                Trial.ofTask(", 'Retry': [{'ErrorEquals': ['States.ALL']}]").thenFail(9, "Oops");
        assertThat(trial.run()).isEqualTo(new Outcome.Failed(Failure.of("Oops", "on purpose")));
        assertThat(trial.secondsOf(EventType.TASK_SCHEDULED)).containsExactly(0.0, 1.0, 3.0, 7.0);
    }

    @Test
    void fullJitterShortensThePauseByChanceAndTheSeedDecidesByHowMuch() {
        var first = withJitter(7);
        assertThat(first).isEqualTo(withJitter(7)).isNotEqualTo(withJitter(8));
        assertThat(first).allSatisfy(pause -> assertThat(pause).isBetween(0.0, 10.0));
    }

    private static List<Double> withJitter(long seed) {
        var trial =
                Trial.ofTask(
                                """
                                , 'Retry': [{'ErrorEquals': ['States.ALL'], 'IntervalSeconds': 10,
                                  'BackoffRate': 1, 'MaxAttempts': 1, 'JitterStrategy': 'FULL'}]
                                """)
                        .seed(seed)
                        .thenFail(1, "Oops");
        trial.run();
        return trial.secondsOf(EventType.TASK_SCHEDULED);
    }

    @Test
    void theFirstRetrierThatNamesTheErrorCountsAndTheOthersDoNot() {
        var trial =
                Trial.ofTask(
                                """
                                , 'Retry': [{'ErrorEquals': ['Fatal'], 'MaxAttempts': 0},
                                            {'ErrorEquals': ['States.ALL'], 'MaxAttempts': 5}]
                                """)
                        .thenFail(2, "Oops")
                        .thenFail(1, "Fatal");
        assertThat(trial.run()).isEqualTo(new Outcome.Failed(Failure.of("Fatal", "on purpose")));
        assertThat(trial.calls).hasSize(3);
    }

    @Test
    void theContextObjectAndTheCallSayWhichAttemptItIs() {
        var trial =
                Trial.of(
                                """
                                {'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'End': true,
                                  'Resource': 'arn:aws:states:::lambda:invoke',
                                  'Arguments': {'FunctionName': 'f',
                                    'Payload': '{% $states.context.State.RetryCount %}'},
                                  'Output': '{% $states.result.Payload %}',
                                  'Retry': [{'ErrorEquals': ['States.ALL']}]}}}
                                """)
                        .thenFail(2, "Oops");
        assertThat(trial.run()).isEqualTo(Trial.succeeded("2"));
        assertThat(trial.calls.getLast().origin().attempt()).isEqualTo(2);
    }

    @Test
    void taskFailedMeansEveryErrorButATimeout() {
        var trial =
                Trial.ofTask(
                                """
                                , 'TimeoutSeconds': 5,
                                  'Retry': [{'ErrorEquals': ['States.TaskFailed']}]
                                """)
                        .thenFail(1, "Oops")
                        .thenSilence();
        assertThat(trial.run()).isEqualTo(new Outcome.Failed(Failure.of("States.Timeout")));
        assertThat(trial.calls).hasSize(2);
    }

    @Test
    void whatCatchesTakesOverOnceTheRetriesAreUsedUp() {
        var trial =
                Trial.of(
                                """
                                {'StartAt': 'T', 'States': {
                                  'T': {'Type': 'Task', 'End': true,
                                    'Resource': 'arn:aws:states:::lambda:invoke',
                                    'Arguments': {'FunctionName': 'f'},
                                    'Retry': [{'ErrorEquals': ['Oops'], 'MaxAttempts': 1}],
                                    'Catch': [
                                      {'ErrorEquals': ['Other'], 'Next': 'Wrong'},
                                      {'ErrorEquals': ['States.ALL'], 'Next': 'Return',
                                       'Assign': {'why': '{% $states.errorOutput.Error %}'}}]},
                                  'Wrong': {'Type': 'Fail'},
                                  'Return': {'Type': 'Pass', 'Output': '{% $why %}', 'End': true}}}
                                """)
                        .thenFail(2, "Oops");
        assertThat(trial.run()).isEqualTo(Trial.succeeded("'Oops'"));
    }
}
