package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.stream.StreamState;

/// The subscription on RDS.
final class Subscription {
    private static final String MINE =
            """
            FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
            WHERE d.datname = current_database() AND s.subname = '%s'
            """
                    .formatted(PostgresStreams.NAME);

    /// The connection string, password and all, is handed over apart from the statement, and an
    /// error is told in words of its own: PostgreSQL logs the text of statements that fail, that
    /// are slow, and where it was asked to, of all.
    private static final String MAKE =
            """
            DO $$
            BEGIN
              EXECUTE format('CREATE SUBSCRIPTION %1$I CONNECTION %2$L'
                             || ' PUBLICATION %1$I WITH (%3$s)',
                             current_setting('daybreak.stream'),
                             current_setting('daybreak.connection'),
                             current_setting('daybreak.options'));
            EXCEPTION WHEN OTHERS THEN
              RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = replace(
                SQLERRM, current_setting('daybreak.connection'), '...');
            END $$
            """;

    private static final String OPTIONS =
            "create_slot = false, slot_name = '%s', copy_data = false, enabled = false, connect = true"
                    .formatted(PostgresStreams.NAME);

    /// Both since 16: no change goes round in a circle, and Daybreak's role applies as itself,
    /// because it cannot become the tables' owner.
    private static final String OPTIONS_SINCE_16 = OPTIONS + ", origin = none, run_as_owner = true";

    private static final int VERSION_16 = 160_000;

    private final Link link;

    Subscription(Link link) {
        this.link = link;
    }

    StreamState.Subscription state() {
        return link
                .rows(
                        "Looking at the subscription",
                        "SELECT s.subenabled " + MINE,
                        row -> row.getBoolean(1))
                .stream()
                .map(
                        enabled ->
                                enabled
                                        ? StreamState.Subscription.ENABLED
                                        : StreamState.Subscription.DISABLED)
                .findFirst()
                .orElse(StreamState.Subscription.MISSING);
    }

    long applyErrors() {
        return link.row(
                "Looking at the subscription",
                """
                SELECT coalesce(sum(apply_error_count), 0) FROM pg_stat_subscription_stats
                WHERE subname = ?
                """,
                row -> row.getLong(1),
                PostgresStreams.NAME);
    }

    int unready() {
        return link.row(
                "Looking at the subscription",
                """
                SELECT count(*) FROM pg_subscription_rel r
                WHERE r.srsubstate <> 'r' AND r.srsubid = (SELECT s.oid %s)
                """
                        .formatted(MINE),
                row -> row.getInt(1));
    }

    int tables() {
        return link.row(
                "Looking at the subscription",
                "SELECT count(*) FROM pg_subscription_rel WHERE srsubid = (SELECT s.oid %s)"
                        .formatted(MINE),
                row -> row.getInt(1));
    }

    void make(Address aurora, Credentials daybreak, Tls tls) {
        var version =
                link.row(
                        "Asking for the version",
                        "SELECT current_setting('server_version_num')::int",
                        row -> row.getInt(1));
        handOver("stream", PostgresStreams.NAME);
        handOver("connection", connection(aurora, daybreak, tls));
        handOver("options", version >= VERSION_16 ? OPTIONS_SINCE_16 : OPTIONS);
        link.run("Making the subscription", MAKE);
        handOver("connection", "");
    }

    private void handOver(String name, String value) {
        link.row(
                "Handing over the " + name,
                "SELECT set_config('daybreak.' || ?, ?, false) IS NOT NULL",
                _ -> true,
                name,
                value);
    }

    void enable() {
        link.run(
                "Opening the stream",
                "ALTER SUBSCRIPTION %s ENABLE".formatted(PostgresStreams.NAME));
    }

    /// Without its slot, so that Aurora need not be there.
    void end() {
        if (state() == StreamState.Subscription.MISSING) {
            return;
        }
        link.run(
                "Ending the subscription",
                """
                ALTER SUBSCRIPTION %1$s DISABLE;
                ALTER SUBSCRIPTION %1$s SET (slot_name = NONE);
                DROP SUBSCRIPTION %1$s
                """
                        .formatted(PostgresStreams.NAME));
    }

    private static String connection(Address aurora, Credentials daybreak, Tls tls) {
        return "host=%s port=%d dbname=%s user=%s password=%s sslmode=%s application_name=%s connect_timeout=10"
                .formatted(
                        word(aurora.host()),
                        aurora.port(),
                        word(aurora.database()),
                        word(daybreak.username()),
                        word(daybreak.password()),
                        tls.mode().equals("verify-full") ? "require" : tls.mode(),
                        Connector.APPLICATION);
    }

    /// As libpq reads it
    /// (<https://www.postgresql.org/docs/16/libpq-connect.html#LIBPQ-CONNSTRING>).
    private static String word(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
