package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.rehearsal.cloud.ServerPark.Backup;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Manual snapshots: invisible at first, then slow; the instance is `backing-up` meanwhile.
public final class RdsSnapshots implements Snapshots {
    private final Region region;
    private final Map<String, String> failures = new HashMap<>();

    RdsSnapshots(Region region) {
        this.region = region;
    }

    @Override
    public Optional<Snapshot> find(String snapshot) {
        return region.call(
                "Snapshots", "find", () -> region.snapshots.find(snapshot, region.seen()));
    }

    /// Why a snapshot is `failed`, which RDS tells only in its events.
    public Optional<String> whyFailed(String snapshot) {
        return region.locked(() -> Optional.ofNullable(failures.get(snapshot)));
    }

    /// Somebody deletes it in the console.
    public void deleteByHand(String snapshot) {
        region.update(() -> region.snapshots.remove(snapshot, region.now()));
    }

    Collection<String> failures() {
        return failures.values();
    }

    @Override
    public void take(String snapshot, String instance, Map<String, String> tags) {
        region.run("Snapshots", "take", () -> order(snapshot, instance, tags));
    }

    private void order(String snapshot, String instance, Map<String, String> tags) {
        Region.checkIdentifier("DBSnapshotIdentifier", snapshot, 255);
        var there = region.snapshots.find(snapshot, region.now());
        if (there.isPresent()) {
            demandSame(there.orElseThrow(), instance, tags);
            return;
        }
        var source =
                region.instances
                        .find(instance, region.now())
                        .orElseThrow(() -> new Unexpected("DBInstanceNotFound: " + instance + "."));
        if (!source.status().equals("available")) {
            throw new Unavailable(
                    "InvalidDBInstanceState: a snapshot of %s needs it available; it is %s."
                            .formatted(instance, source.status()));
        }
        var begun =
                new Snapshot(
                        snapshot,
                        region.arn("rds", "snapshot:" + snapshot),
                        instance,
                        "creating",
                        0,
                        tags);
        region.snapshots.put(snapshot, region.now(), begun);
        region.instances.put(instance, region.now(), source.in("backing-up"));
        region.park().beginSnapshot(instance);
        region.inBackground(() -> copy(begun));
    }

    /// AWS says `DBSnapshotAlreadyExists`; whose it is can only be told once it is visible.
    private void demandSame(Snapshot there, String instance, Map<String, String> tags) {
        if (region.snapshots.find(there.id(), region.seen()).isEmpty()) {
            throw new Unavailable(
                    "DBSnapshotAlreadyExists: %s exists and cannot be seen yet."
                            .formatted(there.id()));
        }
        if (!there.instance().equals(instance)
                || !there.tags().entrySet().containsAll(tags.entrySet())) {
            throw new Unexpected(
                    "DBSnapshotAlreadyExists: %s is of instance %s with tags %s."
                            .formatted(there.id(), there.instance(), there.tags()));
        }
    }

    private void copy(Snapshot begun) {
        try {
            var backup = region.park().snapshot(begun.instance(), percent -> grow(begun, percent));
            region.update(() -> keep(begun, backup));
        } catch (RuntimeException e) {
            region.update(
                    () -> {
                        failures.put(begun.id(), String.valueOf(e.getMessage()));
                        end(begun, "failed", 0);
                    });
        }
    }

    /// Several threads copy and tell of it out of order: it only ever grows, and 100 is the end's.
    private void grow(Snapshot begun, int percent) {
        region.update(
                () ->
                        region.snapshots
                                .find(begun.id(), region.now())
                                .filter(now -> percent > now.percent() && percent < 100)
                                .ifPresent(_ -> show(begun, "creating", percent)));
    }

    private void keep(Snapshot begun, Backup backup) {
        region.backups.put(begun.arn(), backup);
        end(begun, "available", 100);
    }

    private void end(Snapshot begun, String status, int percent) {
        show(begun, status, percent);
        region.instances
                .find(begun.instance(), region.now())
                .filter(source -> source.status().equals("backing-up"))
                .ifPresent(
                        source ->
                                region.instances.put(
                                        begun.instance(), region.soon(), source.in("available")));
    }

    private void show(Snapshot begun, String status, int percent) {
        var shown =
                new Snapshot(
                        begun.id(), begun.arn(), begun.instance(), status, percent, begun.tags());
        region.update(() -> region.snapshots.put(begun.id(), region.now(), shown));
    }
}
