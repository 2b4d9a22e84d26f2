package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Locks that let writers finish and keep new ones waiting, as far as they can be had: a table that
/// we may not lock, or that a prepared transaction or a vacuum holds, goes without.
final class TableLocks implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);

    /// Longer than `deadlock_timeout`, after which an autovacuum in the way gives up by itself.
    private static final Duration WAIT = Duration.ofMillis(1_500);

    /// Writers get a quarter of the patience to finish, and we a quarter to wait for their end.
    private static final int PARTS = 4;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String OUT_OF_LOCKS = "53200";
    private static final String UNDEFINED_TABLE = "42P01";

    /// Partitions are locked with their root. The order is fixed, so that two of us never block
    /// each other.
    private static final String TABLES =
            """
            SELECT format('%%I.%%I', n.nspname, c.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND %s
              AND has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
            ORDER BY c.oid
            """
                    .formatted(UserObjects.RELATION);

    private static final String HELD_BY_PREPARED =
            """
            SELECT EXISTS (SELECT FROM pg_prepared_xacts WHERE database = current_database())
            """;

    private final Optional<Link> link;
    private final List<Integer> holders;
    private final Drain drain;
    private final InstantSource clock;

    private TableLocks(Optional<Link> link, Drain drain, InstantSource clock) {
        this.link = link;
        this.holders = link.map(Link::pid).stream().toList();
        this.drain = drain;
        this.clock = clock;
    }

    static TableLocks take(
            Connector connector,
            Address address,
            Credentials owner,
            Drain drain,
            InstantSource clock,
            Duration patience) {
        var locks = new TableLocks(admitted(connector, address, owner), drain, clock);
        try {
            locks.link.ifPresent(link -> locks.lock(link, patience.dividedBy(PARTS)));
            return locks;
        } catch (RuntimeException e) {
            locks.close();
            throw e;
        }
    }

    /// An owner who may not connect any more has no locks to give; the fence does not need them.
    private static Optional<Link> admitted(
            Connector connector, Address address, Credentials owner) {
        try {
            return Optional.of(connector.connected(address, owner));
        } catch (SQLException e) {
            if ("42501".equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw Connector.fault(address, owner, e);
        }
    }

    /// The session that holds the locks, where there is one.
    List<Integer> holders() {
        return holders;
    }

    private void lock(Link owner, Duration quarter) {
        owner.run(
                "Preparing to lock",
                "SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0");
        var tables = owner.rows("Reading the tables", TABLES, row -> row.getString(1));
        owner.begin();
        if (tables.isEmpty() || isSettled(owner, String.join(", ", tables), FIRST_WAIT)) {
            return;
        }
        var start = clock.instant();
        for (var table : tables) {
            lock(owner, table, start.plus(quarter), start.plus(quarter.multipliedBy(2)));
        }
    }

    private void lock(Link owner, String table, Instant writersEnd, Instant end) {
        while (!isSettled(owner, table, clock.instant().isBefore(end) ? WAIT : FIRST_WAIT)) {
            var isHopeless = owner.row("Counting", HELD_BY_PREPARED, row -> row.getBoolean(1));
            if (isHopeless || !clock.instant().isBefore(end)) {
                return;
            }
            drain.endWaiters(owner.pid());
            if (!clock.instant().isBefore(writersEnd)) {
                drain.endWriters(owner.pid());
            }
        }
    }

    /// Locks held before stay held where this one can't be had.
    private static boolean isSettled(Link owner, String tables, Duration wait) {
        var what = "Locking tables";
        owner.run(what, "SET LOCAL lock_timeout = %d; SAVEPOINT held".formatted(wait.toMillis()));
        try {
            owner.execute("LOCK TABLE " + tables + " IN SHARE ROW EXCLUSIVE MODE");
            return true;
        } catch (SQLException e) {
            var goesWithout =
                    switch (String.valueOf(e.getSQLState())) {
                        case OUT_OF_LOCKS, UNDEFINED_TABLE -> true;
                        case LOCK_NOT_AVAILABLE, DEADLOCK -> false;
                        default -> throw owner.fault(what, e);
                    };
            owner.run(what, "ROLLBACK TO SAVEPOINT held");
            return goesWithout;
        }
    }

    @Override
    public void close() {
        link.ifPresent(Link::close);
        holders.forEach(drain::endOwn);
    }
}
