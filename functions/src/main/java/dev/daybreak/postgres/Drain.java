package dev.daybreak.postgres;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ends other clients' sessions in the database that it is connected to. Superusers' sessions are
/// nobody's to end; workers and WAL senders are no clients.
final class Drain {
    /// A session that is starting passed the ACL before it shows in `pg_stat_activity`; until then
    /// it holds this lock (InitPostgres in postinit.c), so it can be waited for.
    private static final String STARTING =
            """
            SELECT count(*) FROM pg_locks
            WHERE locktype = 'object' AND classid = 'pg_database'::regclass
              AND objid = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid()
            """;

    private static final String CLIENTS =
            """
            SELECT a.pid FROM pg_stat_activity a LEFT JOIN pg_roles r ON r.oid = a.usesysid
            WHERE a.datname = current_database() AND a.usesysid IS NOT NULL
              AND NOT coalesce(r.rolsuper, false)
              AND coalesce(a.backend_type, 'client backend') = 'client backend'
              AND a.pid <> pg_backend_pid() AND a.pid <> ALL (?)
            """;

    private static final String OLDER =
            CLIENTS
                    + """
                     AND coalesce(a.backend_start, '-infinity') < ?::timestamptz
                     AND a.usename IS DISTINCT FROM ?
                    """;

    private static final String WAITERS =
            CLIENTS
                    + """
                     AND a.pid IN (
                       SELECT l.pid FROM pg_locks l
                       WHERE l.locktype = 'relation' AND NOT l.granted)
                    """;

    /// Those whose locks keep SHARE ROW EXCLUSIVE from being granted.
    private static final String WRITERS =
            CLIENTS
                    + """
                     AND a.pid IN (
                       SELECT l.pid FROM pg_locks l
                       WHERE l.locktype = 'relation' AND l.relation >= 16384
                         AND l.mode NOT IN ('AccessShareLock', 'RowShareLock'))
                    """;

    private final Link inside;
    private final InstantSource clock;
    private final Set<Integer> ended = new HashSet<>();

    Drain(Link inside, InstantSource clock) {
        this.inside = inside;
        this.clock = clock;
    }

    int endedInAll() {
        return ended.size();
    }

    /// @param keep processes that are let be
    /// @return how many are left at `end`
    int endAll(List<Integer> keep, Instant end) {
        return endAll(CLIENTS, end, (Object) keep.toArray(Integer[]::new));
    }

    /// Ends sessions that began before `time` (the server's), but not `user`'s.
    int endOlder(String time, String user, Instant end) {
        return endAll(OLDER, end, new Integer[0], time, user);
    }

    /// Ends those who wait for a lock: nothing of theirs is being committed.
    void endWaiters(int keep) {
        end(pids(WAITERS, (Object) new Integer[] {keep}));
    }

    void endWriters(int keep) {
        end(pids(WRITERS, (Object) new Integer[] {keep}));
    }

    /// Ends one of our own, and waits until it is gone.
    void endOwn(int pid) {
        inside.row("Ending", "SELECT pg_terminate_backend(?, 5000)", _ -> true, pid);
    }

    private int endAll(String sql, Instant end, Object... parameters) {
        while (true) {
            var starting = inside.row("Looking for sessions", STARTING, row -> row.getInt(1));
            var pids = pids(sql, parameters);
            if (starting + pids.size() == 0 || !clock.instant().isBefore(end)) {
                return starting + pids.size();
            }
            end(pids);
            inside.row("Waiting", "SELECT pg_sleep(0.002)", _ -> true);
        }
    }

    private List<Integer> pids(String sql, Object... parameters) {
        return inside.rows("Looking for sessions", sql, row -> row.getInt(1), parameters);
    }

    /// Telling a process twice does no harm.
    private void end(List<Integer> pids) {
        if (!pids.isEmpty()) {
            ended.addAll(pids);
            inside.rows(
                    "Ending sessions",
                    "SELECT pg_terminate_backend(pid) FROM unnest(?::int[]) AS pid",
                    _ -> true,
                    (Object) pids.toArray(Integer[]::new));
        }
    }
}
