package dev.daybreak.snapshot;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Snapshots;
import java.util.Map;

/// Orders a snapshot of the instance under a name that comes from the execution, so that a second
/// try finds the first one's.
public final class TakeSnapshot {
    private final Migration migration;
    private final Snapshots snapshots;

    public TakeSnapshot(Migration migration, Snapshots snapshots) {
        this.migration = migration;
        this.snapshots = snapshots;
    }

    public record Order(String run, String snapshot) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is under way, or there already.
        record Ordered(String snapshot) implements Answer {}
    }

    public Answer answer(Order order) {
        var instance = migration.source().instance();
        var found = snapshots.find(order.snapshot());
        if (found.isEmpty()) {
            snapshots.take(
                    order.snapshot(),
                    instance,
                    Map.of("daybreak:migration", migration.name(), "daybreak:run", order.run()));
        } else if (!found.get().instance().equals(instance)) {
            throw new Unexpected(
                    "Snapshot %s exists, but of instance %s instead of %s. Delete or rename it."
                            .formatted(order.snapshot(), found.get().instance(), instance));
        }
        return new Answer.Ordered(order.snapshot());
    }
}
