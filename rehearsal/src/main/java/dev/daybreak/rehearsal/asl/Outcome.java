package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;

/// How an execution ended.
public sealed interface Outcome {
    record Succeeded(JsonNode output) implements Outcome {}

    /// @param failure the error and cause that `DescribeExecution` would show
    record Failed(Failure failure) implements Outcome {}

    /// The execution took longer than the `TimeoutSeconds` of its state machine.
    record TimedOut() implements Outcome {}

    /// The execution was stopped from outside.
    record Aborted(Failure failure) implements Outcome {}
}
