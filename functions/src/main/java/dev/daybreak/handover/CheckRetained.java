package dev.daybreak.handover;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.StackChanges;
import java.util.List;

/// Reads the old stack's template back: what CloudFormation says counts, not what we asked for.
public final class CheckRetained {
    private final Migration migration;
    private final StackChanges changes;

    public CheckRetained(Migration migration, StackChanges changes) {
        this.migration = migration;
        this.changes = changes;
    }

    /// @param kept the logical ids of what must stay
    public record Order(List<String> kept) {
        public Order {
            kept = List.copyOf(kept);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// All of it will stay.
        record Retained() implements Answer {}

        /// Some of it would go with the stack.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var stack =
                migration
                        .decommission()
                        .oldStack()
                        .orElseThrow(
                                () ->
                                        new Unexpected(
                                                "The settings name no decommission.oldStack."));
        var left = OldTemplate.read(stack, changes.template(stack)).unretained(order.kept());
        return left.isEmpty()
                ? new Answer.Retained()
                : new Answer.Failed(
                        "Stack %s would delete %s: their DeletionPolicy or UpdateReplacePolicy is not Retain."
                                .formatted(stack, String.join(", ", left)));
    }
}
