package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/// How large a value is when it is written as JSON.
final class Size {
    /// What Step Functions hands from state to state
    /// (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html).
    static final int LIMIT = 256 * 1024;

    private Size() {}

    static boolean exceedsLimit(JsonNode value) {
        return bytes(value, 0) > LIMIT;
    }

    /// Counts on from a size and stops counting beyond the limit; escapes count as one byte.
    private static int bytes(JsonNode value, int before) {
        if (before > LIMIT) {
            return before;
        }
        var size = before;
        if (value.isTextual()) {
            return size + bytes(value.textValue()) + 2;
        }
        if (value.isObject()) {
            for (var field : value.properties()) {
                size = bytes(field.getValue(), size + bytes(field.getKey()) + 4);
            }
            return size + 2;
        }
        if (value.isArray()) {
            for (var element : value) {
                size = bytes(element, size + 1);
            }
            return size + 2;
        }
        return size + (value.isInt() ? 4 : value.asText().length());
    }

    private static int bytes(String text) {
        return text.length() < 64 ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
