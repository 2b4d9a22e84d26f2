package dev.daybreak.ports;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.proof.Comparison;

/// Compares two databases: schema, exact counts, an order-independent checksum over whole rows of
/// every table, sequence values; both servers work at once. Faults: `Unavailable`, `Denied`,
/// `Unexpected`; a query that failed is a fault, never an equal.
public interface Comparisons {
    Comparison compare(Address rds, Address aurora, Credentials daybreak);
}
