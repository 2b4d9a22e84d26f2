package dev.daybreak.postgres;

import dev.daybreak.database.Address;

/// The database from which another one's access is changed: its owner gets in there even where the
/// fence stands.
final class Maintenance {
    private static final String USUAL = "postgres";

    private Maintenance() {}

    /// An application that lives in `postgres` itself is looked after from `template1`.
    static Address of(Address address) {
        return address.inDatabase(address.database().equals(USUAL) ? "template1" : USUAL);
    }
}
