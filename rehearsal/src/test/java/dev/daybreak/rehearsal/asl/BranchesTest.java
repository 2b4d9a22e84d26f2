package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BranchesTest {
    private static final String TWO_TASKS =
            """
            {'StartAt': 'Both', 'States': {'Both': {'Type': 'Parallel', 'End': true,
              'Branches': [%s, %s] FIELDS} STATES}}
            """
                    .formatted(task("A"), task("B"));

    private static String twoTasks(String fields, String states) {
        return TWO_TASKS.replace("FIELDS", fields).replace("STATES", states);
    }

    private static String task(String name) {
        return """
        {'StartAt': '%s', 'States': {'%s': {'Type': 'Task', 'End': true,
          'Resource': 'arn:aws:states:::lambda:invoke',
          'Arguments': {'FunctionName': '%s', 'Payload': '{%% $states.input %%}'},
          'Output': '{%% $states.result.Payload %%}'}}}
        """
                .formatted(name, name, name);
    }

    @Test
    void branchesTakeTheirTimeAtTheSameTimeAndAnswerInTheOrderOfTheFile() {
        var trial =
                Trial.of(twoTasks("", ""))
                        .thenAfter(Duration.ofSeconds(20), "'a'")
                        .thenAfter(Duration.ofSeconds(10), "'b'");
        assertThat(trial.run()).isEqualTo(Trial.succeeded("['a', 'b']"));
        assertThat(trial.seconds()).isEqualTo(20);
    }

    @Test
    void aBranchThatFailsEndsTheOthersAndTheirAnswersComeToNothing() {
        var trial =
                Trial.of(
                                twoTasks(
                                        ", 'Catch': [{'ErrorEquals': ['Oops'], 'Next': 'C'}]",
                                        ", 'C': {'Type': 'Wait', 'Seconds': 60, 'End': true}"))
                        .thenAfter(Duration.ofSeconds(20), "'a'")
                        .thenFail(1, "Oops");
        assertThat(trial.run())
                .isEqualTo(Trial.succeeded("{'Error': 'Oops', 'Cause': 'on purpose'}"));
        assertThat(trial.seconds()).isEqualTo(60);
        assertThat(trial.types())
                .containsSubsequence(
                        "TaskFailed",
                        "TaskStateAborted",
                        "TaskStateAborted",
                        "ParallelStateFailed",
                        "ParallelStateExited")
                .doesNotContain("TaskSucceeded");
    }

    @Test
    void aParallelStateIsRetriedAsAWhole() {
        var trial =
                Trial.of(twoTasks(", 'Retry': [{'ErrorEquals': ['Oops']}]", ""))
                        .thenFail(1, "Oops");
        assertThat(trial.run("1")).isEqualTo(Trial.succeeded("[1, 1]"));
        assertThat(trial.of(EventType.PARALLEL_STATE_STARTED)).hasSize(2);
        assertThat(trial.of(EventType.PARALLEL_STATE_FAILED)).isEmpty();
    }

    @Test
    void whatABranchSetsStaysInsideOfIt() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'Set', 'States': {
                          'Set': {'Type': 'Pass', 'Assign': {'outer': 1}, 'Next': 'Both'},
                          'Both': {'Type': 'Parallel', 'Next': 'Look', 'Branches': [
                            {'StartAt': 'In', 'States': {
                              'In': {'Type': 'Pass', 'Assign': {'inner': '{% $outer + 1 %}'},
                                     'Next': 'Out'},
                              'Out': {'Type': 'Pass', 'Output': '{% $inner %}', 'End': true}}}]},
                          'Look': {'Type': 'Pass', 'End': true,
                            'Output': '{% [$states.input, $outer, $exists($inner)] %}'}}}
                        """);
        assertThat(trial.run()).isEqualTo(Trial.succeeded("[2, 1, false]"));
    }

    @Test
    void aMapRunsNoMoreIterationsAtOnceThanItMay() {
        var trial =
                Trial.of(
                        """
                        {'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'End': true,
                          'Items': '{% [1..5] %}', 'MaxConcurrency': 2,
                          'ItemSelector': {
                             'index': '{% $states.context.Map.Item.Index %}',
                             'value': '{% $states.context.Map.Item.Value %}'},
                          'ItemProcessor': {'StartAt': 'W', 'States': {
                            'W': {'Type': 'Wait', 'Seconds': 10, 'End': true,
                                  'Output': '{% $states.input.index * $states.input.value %}'}}}}}}
                        """);
        assertThat(trial.run()).isEqualTo(Trial.succeeded("[0, 2, 6, 12, 20]"));
        assertThat(trial.secondsOf(EventType.MAP_ITERATION_STARTED))
                .containsExactly(0.0, 0.0, 10.0, 10.0, 20.0);
    }

    @Test
    void stoppingAnExecutionEndsAllThatGoesOnInIt() {
        var trial = Trial.of(twoTasks("", "")).thenSilence().thenSilence();
        var execution = trial.start("{}");
        trial.time.after(Duration.ofSeconds(5), () -> execution.abort("Stopped", "by hand"));
        assertThat(execution.await())
                .isEqualTo(new Outcome.Aborted(Failure.of("Stopped", "by hand")));
        assertThat(trial.types().getLast()).isEqualTo("ExecutionAborted");
        assertThat(trial.time.step()).isFalse();
    }
}
