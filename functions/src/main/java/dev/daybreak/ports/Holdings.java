package dev.daybreak.ports;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.proof.Holding;

/// Reads everything that one database holds. Faults: `Unavailable`, `Denied`, `Unexpected`; a query
/// that failed is a fault, never an empty holding.
public interface Holdings {
    Holding of(Address address, Credentials daybreak);
}
