package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What an expression can name: `$states` and the variables; and where `$now()` and `$random()`
/// come from.
///
/// @param context made only when an expression asks for it
record Bindings(
        JsonNode input,
        Optional<JsonNode> result,
        Optional<JsonNode> errorOutput,
        Supplier<ObjectNode> context,
        Variables variables,
        Supplier<Instant> now,
        RandomGenerator chance) {
    Bindings withResult(JsonNode value) {
        return new Bindings(
                input, Optional.of(value), Optional.empty(), context, variables, now, chance);
    }

    Bindings withError(JsonNode value) {
        return new Bindings(
                input, Optional.empty(), Optional.of(value), context, variables, now, chance);
    }

    /// The fields of `$states`; a result exists after success only, an error output in a Catch.
    Optional<JsonNode> states(String field) {
        return switch (field) {
            case "input" -> Optional.of(input);
            case "result" -> result;
            case "errorOutput" -> errorOutput;
            case "context" -> Optional.of(context.get());
            default -> Optional.empty();
        };
    }
}
