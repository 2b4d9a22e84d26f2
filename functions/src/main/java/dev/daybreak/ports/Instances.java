package dev.daybreak.ports;

import dev.daybreak.rds.DatabaseInstance;
import java.util.Optional;

/// RDS DB instances. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface Instances {
    /// Empty where there is none of that name; an answer may be seconds old.
    Optional<DatabaseInstance> find(String instance);

    /// The lowest `FreeStorageSpace` of the last hour in bytes, as CloudWatch has it; empty where
    /// it has none: no data is not zero.
    Optional<Long> freeStorageBytes(String instance);
}
