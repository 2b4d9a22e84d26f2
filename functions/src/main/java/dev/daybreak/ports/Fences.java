package dev.daybreak.ports;

import dev.daybreak.database.Access;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import java.time.Duration;
import java.util.List;

/// The fence of a database: who may connect, and whether they may write. It is raised and lifted as
/// the database's owner from the database `postgres` (an owner without CONNECT still gets in
/// there); Daybreak's own role keeps its CONNECT. Faults: `Unavailable`, `Denied` (also where a
/// REVOKE or GRANT "succeeded" without effect: the ACL is read back), `Unexpected`.
public interface Fences {
    /// What raising it took.
    ///
    /// @param ownTransactions the transaction ids that our own statements used, so that a later
    ///   mark can tell them from writes; empty where the fence stood already
    /// @param sessionsEnded how many sessions were terminated
    /// @param sessionsLeft sessions that would not end within the patience; 0 means drained
    /// @param preparedTransactions what waits in `pg_prepared_xacts`: not drained while not 0
    record Raised(
            List<Long> ownTransactions,
            int sessionsEnded,
            int sessionsLeft,
            int preparedTransactions) {
        public Raised {
            ownTransactions = List.copyOf(ownTransactions);
        }
    }

    Access look(Address address, Credentials owner, Credentials daybreak);

    /// Locks all tables against writes (ending those who wait), makes the database read-only by
    /// default and revokes every CONNECT but Daybreak's in one transaction, terminates every other
    /// session until none is left, counts prepared transactions. A fence that stands is only
    /// drained again.
    Raised raise(Address address, Credentials owner, Credentials daybreak, Duration patience);

    /// Gives CONNECT back as `before` had it and keeps the read-only default: the application may
    /// come and look, and its writes are refused.
    void admitReaders(Address address, Credentials owner, Credentials daybreak, Access before);

    /// Puts everything back as `before` had it, and ends the sessions that began read-only, so that
    /// pools connect anew.
    void lift(Address address, Credentials owner, Credentials daybreak, Access before);
}
