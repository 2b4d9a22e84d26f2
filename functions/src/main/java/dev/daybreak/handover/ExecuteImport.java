package dev.daybreak.handover;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.StackChanges;

/// Lets a change set that only imports be executed.
public final class ExecuteImport {
    private final Migration migration;
    private final StackChanges changes;

    public ExecuteImport(Migration migration, StackChanges changes) {
        this.migration = migration;
        this.changes = changes;
    }

    public record Order(String changeSet) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is under way, or done.
        record Ordered(String changeSet) implements Answer {}
    }

    /// A change set is gone once it was executed, or stays as one that cannot be executed again.
    public Answer answer(Order order) {
        var stack = migration.target().stack();
        if (changes.look(stack, order.changeSet())
                .filter(one -> one.status().equals("CREATE_COMPLETE"))
                .filter(one -> changes.resources(stack).stream().noneMatch(this::isImported))
                .isPresent()) {
            changes.execute(stack, order.changeSet());
        }
        return new Answer.Ordered(order.changeSet());
    }

    private boolean isImported(dev.daybreak.stack.StackResource one) {
        return one.logicalId().startsWith("HandedOver");
    }
}
