package dev.daybreak.ports;

/// Step Functions' executions. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface Executions {
    /// @param execution its ARN; one that nobody knows any more does not run
    boolean isRunning(String execution);
}
