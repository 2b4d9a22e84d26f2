package dev.daybreak.decommission;

import dev.daybreak.migration.Migration;
import dev.daybreak.note.Held;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.runtime.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Deletes the old instance, at last: looks once more that the last snapshot is there and ours, and
/// that every gate is open.
public final class DeleteInstance {
    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Snapshots snapshots;
    private final InstanceLife life;
    private final Gates gates;
    private final InstantSource clock;

    DeleteInstance(
            Migration migration,
            Journal journal,
            Instances instances,
            Snapshots snapshots,
            InstanceLife life,
            Gates gates,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.snapshots = snapshots;
        this.life = life;
        this.gates = gates;
        this.clock = clock;
    }

    /// @param checked the snapshot that was restored and checked
    /// @param since when somebody first tried
    public record Order(String checked, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is gone, or about to be.
        record Ordered(String status) implements Answer {}

        /// It cannot be deleted in this state: try again later.
        record NotYet(String status) implements Answer {}

        /// It may not be deleted; it is still there.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.source().instance();
        var found = instances.find(id);
        var status = found.map(DatabaseInstance::status).orElse("gone");
        if (found.isEmpty() || status.equals("deleting")) {
            return new Answer.Ordered(status);
        }
        var problems = new ArrayList<>(snapshotProblems(order));
        problems.addAll(gates.problems());
        if (!problems.isEmpty()) {
            return new Answer.Refused(String.join(" ", problems));
        }
        if (found.get().isAvailable()) {
            life.delete(id, migration.decommission().keepAutomatedBackups());
            return new Answer.Ordered("deleting");
        }
        return later(order, status);
    }

    private List<String> snapshotProblems(Order order) {
        var name = migration.decommission().finalSnapshot();
        var run = journal.held().map(Held::run).orElse("");
        var isGood =
                order.checked().equals(name)
                        && snapshots
                                .find(name)
                                .filter(one -> one.status().equals("available"))
                                .filter(one -> isOurs(one, run))
                                .isPresent();
        return isGood
                ? List.of()
                : List.of(
                        "There is no available snapshot %s that this decommission took and checked."
                                .formatted(name));
    }

    private static boolean isOurs(Snapshot snapshot, String run) {
        return !run.isBlank() && run.equals(snapshot.tags().get(Held.TAG));
    }

    private Answer later(Order order, String status) {
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().removal();
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(status)
                : new Answer.Refused(
                        "Instance %s is %s and cannot be deleted after %d s (limit %d s)."
                                .formatted(
                                        migration.source().instance(),
                                        status,
                                        waited.toSeconds(),
                                        limit.toSeconds()));
    }
}
