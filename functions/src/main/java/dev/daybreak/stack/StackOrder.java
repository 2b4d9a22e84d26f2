package dev.daybreak.stack;

import java.util.Map;

/// An order to create the Aurora stack from the template that is deployed beside the handlers. It
/// is created with rollback disabled (a failed create must not delete a restored cluster) and with
/// a stack policy that denies Replace and Delete on cluster and writer.
///
/// @param token makes the order idempotent (`ClientRequestToken`)
public record StackOrder(
        String name, Map<String, String> parameters, Map<String, String> tags, String token) {
    public StackOrder {
        parameters = Map.copyOf(parameters);
        tags = Map.copyOf(tags);
    }
}
