package dev.daybreak.note;

import java.time.Instant;

/// Whether we want the old instance to run. What we did not ask for is left alone and reported.
///
/// @param by who wants it: an execution's ARN
public record Wanted(State state, Instant since, String by) {
    /// What is wanted.
    public enum State {
        RUNNING,
        STOPPED
    }

    /// @param execution an execution's ARN: only its last part differs within one state machine
    public boolean isBySameMachine(String execution) {
        return by.contains(":") && machine(by).equals(machine(execution));
    }

    private static String machine(String execution) {
        return execution.substring(0, execution.lastIndexOf(':') + 1);
    }
}
