package dev.daybreak.ports;

import dev.daybreak.rds.Cluster;
import java.util.List;
import java.util.Optional;

/// Aurora PostgreSQL clusters. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`. All
/// removals may be repeated; what is gone stays gone without a fault.
public interface Clusters {
    Optional<Cluster> find(String cluster);

    /// Every Aurora PostgreSQL version that can be created in this region now, for example `16.11`.
    List<String> versions();

    /// Switches deletion protection off.
    void unprotect(String cluster);

    /// Orders the deletion of one instance of a cluster.
    void deleteMember(String instance);

    /// Orders the deletion of a cluster that has no instance, without a final snapshot: only for a
    /// cluster that no application ever used.
    void delete(String cluster);
}
