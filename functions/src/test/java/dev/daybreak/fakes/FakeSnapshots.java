package dev.daybreak.fakes;

import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Snapshots that stay `creating` until a test says otherwise.
public final class FakeSnapshots implements Snapshots {
    private final Journal journal;
    private final Map<String, Snapshot> snapshots = new HashMap<>();

    FakeSnapshots(Journal journal) {
        this.journal = journal;
    }

    public void put(Snapshot snapshot) {
        snapshots.put(snapshot.id(), snapshot);
    }

    @Override
    public Optional<Snapshot> find(String snapshot) {
        return Optional.ofNullable(snapshots.get(snapshot));
    }

    @Override
    public void take(String snapshot, String instance, Map<String, String> tags) {
        if (!snapshots.containsKey(snapshot)) {
            put(new Snapshot(snapshot, "arn:" + snapshot, instance, "creating", 0, tags));
            journal.write("take snapshot %s of %s".formatted(snapshot, instance));
        }
    }
}
