package dev.daybreak.ports;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Mark;
import dev.daybreak.database.Session;
import java.util.List;

/// What can be seen of a PostgreSQL database, and the role that Daybreak sees it with. Faults:
/// `Unavailable` (no connection, connection lost, statement cancelled), `Denied`, `Unexpected`.
public interface Databases {
    /// Tries to log in, and logs out.
    Login login(Address address, Credentials credentials);

    Facts facts(Address address, Credentials credentials);

    /// Takes a mark without taking a transaction id.
    Mark mark(Address address, Credentials credentials);

    /// Gives a role that can still log in to the server a new password. The password itself never
    /// travels, only its verifier.
    void changePassword(Address address, Credentials role, String password);

    /// Every client session in the address's database but our own.
    List<Session> sessions(Address address, Credentials credentials);

    /// Makes or repairs Daybreak's role: LOGIN, CONNECT on the database, `rds_superuser` (hence
    /// `pg_signal_backend`), `pg_read_all_data`, this password, and no read-only default. Doing it
    /// again changes nothing.
    void ensureRole(Address address, Credentials owner, Credentials role);
}
