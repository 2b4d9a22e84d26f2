package dev.daybreak.runtime;

import com.fasterxml.jackson.core.JacksonException;

/// What Step Functions hands on as the cause of an error: a sentence, or for a Java exception a
/// JSON object with `errorMessage`, `errorType` and `stackTrace`.
public final class Cause {
    private Cause() {}

    /// The sentence in it.
    public static String sentence(String cause) {
        try {
            var message = Json.MAPPER.readTree(cause).path("errorMessage");
            return message.isTextual() ? message.asText() : cause;
        } catch (JacksonException _) {
            return cause;
        }
    }
}
