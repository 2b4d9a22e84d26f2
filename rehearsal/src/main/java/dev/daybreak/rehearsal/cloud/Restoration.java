package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.DatabaseInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An instance that is made from a snapshot: a real server of its own.
record Restoration(Region region) {
    /// The caller locks.
    void begin(String instance, String snapshot, String like) {
        Region.checkIdentifier("DBInstanceIdentifier", instance, 63);
        var held =
                region.snapshots
                        .find(snapshot, region.now())
                        .orElseThrow(() -> new Unexpected("DBSnapshotNotFound: " + snapshot));
        if (!held.status().equals("available")) {
            throw new Unavailable(
                    "InvalidDBSnapshotState: %s is %s.".formatted(snapshot, held.status()));
        }
        var model =
                region.instances
                        .find(like, region.now())
                        .orElseThrow(() -> new Unexpected("DBInstanceNotFound: " + like));
        var place = region.park().place(instance);
        var copy = new HeldInstance(restored(instance, model.shown(), place), Optional.empty());
        region.instances.put(instance, region.now(), copy);
        region.inBackground(() -> copy(copy, held.arn(), place));
    }

    private void copy(HeldInstance made, String snapshot, ServerPark.Endpoint place) {
        var id = made.shown().id();
        try {
            var backup = region.locked(() -> Optional.ofNullable(region.backups.get(snapshot)));
            var volume = backup.orElseThrow().restore();
            region.update(() -> region.volumes.put(id, volume));
            var server = volume.start(place, Map.of());
            region.update(
                    () -> {
                        region.servers.put(id, server);
                        region.instances.put(id, region.soon(), made.in("available"));
                    });
        } catch (RuntimeException _) {
            region.update(() -> region.instances.put(id, region.now(), made.in("failed")));
        }
    }

    private DatabaseInstance restored(
            String id, DatabaseInstance model, ServerPark.Endpoint place) {
        return new DatabaseInstance(
                id,
                region.arn("rds", "db:" + id),
                "creating",
                model.engine(),
                model.version(),
                place.host(),
                place.port(),
                model.allocatedGibibytes(),
                model.encrypted(),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
