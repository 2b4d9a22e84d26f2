package dev.daybreak.rehearsal.asl;

import java.util.Locale;

/// The kinds of history events, named as in the API (`TASK_STATE_ENTERED` is `TaskStateEntered`).
public enum EventType {
    EXECUTION_STARTED,
    EXECUTION_SUCCEEDED,
    EXECUTION_FAILED,
    EXECUTION_TIMED_OUT,
    EXECUTION_ABORTED,
    EVALUATION_FAILED,
    PASS_STATE_ENTERED,
    PASS_STATE_EXITED,
    CHOICE_STATE_ENTERED,
    CHOICE_STATE_EXITED,
    SUCCEED_STATE_ENTERED,
    SUCCEED_STATE_EXITED,
    FAIL_STATE_ENTERED,
    WAIT_STATE_ENTERED,
    WAIT_STATE_EXITED,
    WAIT_STATE_ABORTED,
    TASK_STATE_ENTERED,
    TASK_STATE_EXITED,
    TASK_STATE_ABORTED,
    TASK_SCHEDULED,
    TASK_STARTED,
    TASK_SUBMITTED,
    TASK_SUCCEEDED,
    TASK_FAILED,
    TASK_TIMED_OUT,
    LAMBDA_FUNCTION_SCHEDULED,
    LAMBDA_FUNCTION_STARTED,
    LAMBDA_FUNCTION_SUCCEEDED,
    LAMBDA_FUNCTION_FAILED,
    LAMBDA_FUNCTION_TIMED_OUT,
    PARALLEL_STATE_ENTERED,
    PARALLEL_STATE_STARTED,
    PARALLEL_STATE_SUCCEEDED,
    PARALLEL_STATE_FAILED,
    PARALLEL_STATE_EXITED,
    PARALLEL_STATE_ABORTED,
    MAP_STATE_ENTERED,
    MAP_STATE_STARTED,
    MAP_STATE_SUCCEEDED,
    MAP_STATE_FAILED,
    MAP_STATE_EXITED,
    MAP_STATE_ABORTED,
    MAP_ITERATION_STARTED,
    MAP_ITERATION_SUCCEEDED,
    MAP_ITERATION_FAILED,
    MAP_ITERATION_ABORTED;

    private final String awsName;
    private final boolean entered;
    private final boolean exited;

    EventType() {
        var name = new StringBuilder();
        for (var word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        this.awsName = name.toString();
        this.entered = awsName.endsWith("StateEntered");
        this.exited = awsName.endsWith("StateExited");
    }

    /// A state of whatever type was entered.
    public boolean isEntry() {
        return entered;
    }

    /// A state of whatever type was left. `Fail` states are not, and `Succeed` states at once.
    public boolean isExit() {
        return exited;
    }

    @Override
    public String toString() {
        return awsName;
    }
}
