package dev.daybreak.postgres;

import java.util.Optional;

/// The logical slot on Aurora, which keeps every change until RDS has confirmed it.
final class Slot {
    private static final String LOOK =
            """
            SELECT active, coalesce(wal_status, 'lost'),
                   coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), 0)::bigint
            FROM pg_replication_slots
            WHERE slot_name = '%s' AND database = current_database()
            """
                    .formatted(PostgresStreams.NAME);

    private static final String MAKE =
            "SELECT pg_create_logical_replication_slot('%s', 'pgoutput')"
                    .formatted(PostgresStreams.NAME);

    /// A reader that is being ended lets go of the slot within moments.
    private static final String RELEASE =
            """
            SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots
            WHERE slot_name = '%s' AND active
            """
                    .formatted(PostgresStreams.NAME);

    private static final String DROP =
            "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '%s'"
                    .formatted(PostgresStreams.NAME);

    private final Link link;

    Slot(Link link) {
        this.link = link;
    }

    /// @param lagBytes WAL that RDS has not confirmed
    record State(boolean isActive, String walStatus, long lagBytes) {}

    Optional<State> look() {
        return link
                .rows(
                        "Looking at the slot",
                        LOOK,
                        row -> new State(row.getBoolean(1), row.getString(2), row.getLong(3)))
                .stream()
                .findFirst();
    }

    void make() {
        link.row("Making the slot", MAKE, _ -> true);
    }

    void drop() {
        link.rows("Releasing the slot", RELEASE, _ -> true);
        link.rows("Dropping the slot", DROP, _ -> true);
    }
}
