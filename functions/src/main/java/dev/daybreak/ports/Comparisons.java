package dev.daybreak.ports;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Progress;
import java.util.Optional;

/// Compares two databases: schema, exact counts, an order-independent checksum over whole rows of
/// every table, sequence values; both servers work at once, each in one snapshot, however many
/// calls it takes. Faults: `Unavailable`, `Denied`, `Unexpected`; a query that failed is a fault,
/// never an equal.
public interface Comparisons {
    /// @param from where the last call ended; nothing for the first
    Progress compare(Address rds, Address aurora, Credentials daybreak, Optional<Cursor> from);
}
