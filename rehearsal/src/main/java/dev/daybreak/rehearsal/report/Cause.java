package dev.daybreak.rehearsal.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.daybreak.runtime.Json;

/// A failure's cause as people read it. Lambda wraps an exception's message into JSON
/// (https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html).
public record Cause(String words) {
    public static Cause of(String written) {
        var brace = written.indexOf('{');
        if (brace < 0) {
            return new Cause(written);
        }
        try {
            var message = Json.MAPPER.readTree(written.substring(brace)).path("errorMessage");
            return new Cause(
                    message.isTextual() ? written.substring(0, brace) + message.asText() : written);
        } catch (JsonProcessingException _) {
            return new Cause(written);
        }
    }
}
