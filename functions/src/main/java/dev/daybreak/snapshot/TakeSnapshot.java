package dev.daybreak.snapshot;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.DatabaseInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// Orders a snapshot of the instance under a name that comes from the execution, so that a second
/// try finds the first one's. AWS takes none of an instance that is busy; a nightly backup may
/// begin at any moment and last for minutes, which no retry outlasts.
public final class TakeSnapshot {
    /// What passes by itself
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html>).
    private static final Set<String> BUSY =
            Set.of(
                    DatabaseInstance.BACKING_UP,
                    "configuring-enhanced-monitoring",
                    "configuring-iam-database-auth",
                    "configuring-log-exports",
                    "maintenance",
                    "modifying",
                    "rebooting",
                    "starting");

    private final Migration migration;
    private final Instances instances;
    private final Snapshots snapshots;
    private final InstantSource clock;

    public TakeSnapshot(
            Migration migration, Instances instances, Snapshots snapshots, InstantSource clock) {
        this.migration = migration;
        this.instances = instances;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /// @param since when it was first tried
    public record Order(String run, String snapshot, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is under way, or there already.
        record Ordered(String snapshot) implements Answer {}

        /// The instance is busy: try again later.
        record NotYet(String status) implements Answer {}

        /// The instance is in no state to be snapshotted.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.source().instance();
        var found = snapshots.find(order.snapshot());
        if (found.isPresent()) {
            if (!found.get().instance().equals(id)) {
                throw new Unexpected(
                        "Snapshot %s exists, but of instance %s instead of %s. Delete or rename it."
                                .formatted(order.snapshot(), found.get().instance(), id));
            }
            return new Answer.Ordered(order.snapshot());
        }
        var instance =
                instances
                        .find(id)
                        .orElseThrow(
                                () -> new Unexpected("There is no DB instance %s.".formatted(id)));
        return instance.isAvailable() ? taken(order) : later(order, instance.status());
    }

    private Answer taken(Order order) {
        snapshots.take(
                order.snapshot(),
                migration.source().instance(),
                Map.of("daybreak:migration", migration.name(), "daybreak:run", order.run()));
        return new Answer.Ordered(order.snapshot());
    }

    private Answer later(Order order, String status) {
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().snapshot();
        return BUSY.contains(status) && waited.compareTo(limit) < 0
                ? new Answer.NotYet(status)
                : new Answer.Failed(
                        "Snapshot %s cannot be taken: instance %s is %s after %d s (limit %d s)."
                                .formatted(
                                        order.snapshot(),
                                        migration.source().instance(),
                                        status,
                                        waited.toSeconds(),
                                        limit.toSeconds()));
    }
}
