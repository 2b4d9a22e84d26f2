package dev.daybreak.lastsnapshot;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Held;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.runtime.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Takes the last snapshot of the old instance under the name of the settings. A snapshot of that
/// name that is not of this very decommission is never used.
public final class TakeLastSnapshot {
    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Snapshots snapshots;
    private final InstantSource clock;

    public TakeLastSnapshot(
            Migration migration,
            Journal journal,
            Instances instances,
            Snapshots snapshots,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /// @param since when somebody first tried
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is there, or about to be.
        record Ordered(String snapshot) implements Answer {}

        /// The instance is busy: try again later.
        record NotYet(String status) implements Answer {}

        /// The name is taken, or the instance is in no state to be snapshotted.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var name = migration.decommission().finalSnapshot();
        var run =
                journal.held()
                        .map(Held::run)
                        .orElseThrow(
                                () -> new Unexpected("What the instance held was not recorded."));
        var there = snapshots.find(name);
        if (there.isPresent()) {
            return existing(there.get(), run);
        }
        var id = migration.source().instance();
        var status = instances.find(id).map(DatabaseInstance::status).orElse("gone");
        if (status.equals("available")) {
            snapshots.take(name, id, Map.of("daybreak:migration", migration.name(), Held.TAG, run));
            return new Answer.Ordered(name);
        }
        return later(order, status);
    }

    private Answer existing(Snapshot there, String run) {
        var isOurs =
                there.instance().equals(migration.source().instance())
                        && run.equals(there.tags().get(Held.TAG));
        if (isOurs && !there.status().equals("failed")) {
            return new Answer.Ordered(there.id());
        }
        return new Answer.Refused(
                isOurs
                        ? "Snapshot %s of this decommission has failed. Delete it (aws rds delete-db-snapshot --region %s --db-snapshot-identifier %s), then start decommission again."
                                .formatted(there.id(), migration.region(), there.id())
                        : "A snapshot %s exists already and is not this decommission's; a name is never reused. Set decommission.finalSnapshot to another name and deploy, or delete that snapshot if nobody needs it, then start decommission again."
                                .formatted(there.id()));
    }

    private Answer later(Order order, String status) {
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().snapshot();
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(status)
                : new Answer.Refused(
                        "The last snapshot cannot be taken: instance %s is %s after %d s (limit %d s)."
                                .formatted(
                                        migration.source().instance(),
                                        status,
                                        waited.toSeconds(),
                                        limit.toSeconds()));
    }
}
