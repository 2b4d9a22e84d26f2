package dev.daybreak.handover;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.StackChanges;
import java.util.List;

/// Makes the old stack leave behind what is handed over: its own deletion would take the secret
/// with it, and that of the target attachment alone strips host and port out of the secret.
public final class RetainResources {
    private final Migration migration;
    private final StackChanges changes;

    public RetainResources(Migration migration, StackChanges changes) {
        this.migration = migration;
        this.changes = changes;
    }

    /// @param run this execution's
    /// @param kept the logical ids of what must stay
    public record Order(String run, List<String> kept) {
        public Order {
            kept = List.copyOf(kept);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is retained, or about to be.
        record Ordered(List<String> changed) implements Answer {
            public Ordered {
                changed = List.copyOf(changed);
            }
        }
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
        var template = OldTemplate.read(stack, changes.template(stack));
        var left = template.unretained(order.kept());
        if (!left.isEmpty()) {
            changes.update(
                    stack,
                    template.retaining(order.kept()),
                    "daybreak-%s-retain".formatted(order.run()));
        }
        return new Answer.Ordered(left);
    }
}
