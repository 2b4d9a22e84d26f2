package dev.daybreak.ports;

import dev.daybreak.rds.Snapshot;
import java.util.Map;
import java.util.Optional;

/// Manual DB snapshots of RDS instances. Faults: `Throttled`, `Unavailable`, `Denied`,
/// `Unexpected`.
public interface Snapshots {
    /// Empty where there is none; right after `take` it may still be empty.
    Optional<Snapshot> find(String snapshot);

    /// Orders a snapshot. Doing it again under the same name changes nothing. A source that is not
    /// `available` is refused by AWS, here as `Unavailable`: it may become so again.
    void take(String snapshot, String instance, Map<String, String> tags);
}
