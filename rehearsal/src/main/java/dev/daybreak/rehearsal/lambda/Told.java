package dev.daybreak.rehearsal.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/// What a function's process told Lambda's Runtime API.
public sealed interface Told {
    /// The handler answered.
    record Answered(JsonNode answer) implements Told {}

    /// The handler threw.
    ///
    /// @param error the exception's class, as Step Functions compares it with `ErrorEquals`
    record Failed(String error, String message) implements Told {}

    /// The handler could not even be made.
    record NotStarted(String error, String message) implements Told {}
}
