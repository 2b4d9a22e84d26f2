package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Mark;
import dev.daybreak.database.Session;
import dev.daybreak.ports.Databases;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PasswordUtil;

/// Looks into real databases; every look is one connection.
public final class PostgresDatabases implements Databases {
    /// `pg_snapshot_xmax` takes no transaction id, where `pg_current_xact_id()` would.
    private static final String MARK =
            """
            WITH changed AS (
              SELECT format('%I.%I', schemaname, relname) AS name,
                     n_tup_ins + n_tup_upd + n_tup_del AS changes
              FROM pg_stat_user_tables),
            busiest AS (
              SELECT name, changes FROM changed WHERE changes > 0
              ORDER BY changes DESC, name LIMIT ?)
            SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   (SELECT coalesce(sum(last_value), 0) FROM pg_sequences),
                   (SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()),
                   (SELECT count(*) FROM pg_snapshot_xip(pg_current_snapshot())),
                   (SELECT coalesce(sum(changes), 0)::bigint FROM changed),
                   (SELECT coalesce(array_agg(name ORDER BY name), '{}') FROM busiest),
                   (SELECT coalesce(array_agg(changes ORDER BY name), '{}') FROM busiest)
            """;

    /// A superuser's session (AWS's `rdsadmin`) is nobody's concern: nobody but AWS can end it.
    private static final String SESSIONS =
            """
            SELECT a.pid, a.usename, coalesce(a.application_name, ''), host(a.client_addr),
                   a.xact_start
            FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
            WHERE a.datname = current_database() AND NOT r.rolsuper
              AND coalesce(a.backend_type, 'client backend') = 'client backend'
              AND a.pid <> pg_backend_pid()
              AND NOT (a.usename = current_user
                       AND coalesce(a.application_name, '') = '%s')
            ORDER BY a.pid
            """
                    .formatted(Connector.APPLICATION);

    private final Connector connector;

    public PostgresDatabases(Connector connector) {
        this.connector = connector;
    }

    @Override
    public Login login(Address address, Credentials credentials) {
        try (var link = connector.connected(address, credentials)) {
            return new Login.Accepted(
                    link.row(
                            "Asking for the version",
                            "SELECT current_setting('server_version')",
                            row -> row.getString(1)));
        } catch (SQLException e) {
            return switch (String.valueOf(e.getSQLState())) {
                case "28P01", "28000" -> new Login.WrongPassword();
                case "42501" -> new Login.NotAdmitted();
                default -> throw Connector.fault(address, credentials, e);
            };
        }
    }

    @Override
    public Facts facts(Address address, Credentials credentials) {
        try (var link = connector.open(address, credentials)) {
            return new DatabaseFacts(link, address.database()).read();
        }
    }

    @Override
    public Mark mark(Address address, Credentials credentials) {
        try (var link = connector.open(address, credentials)) {
            return link.row("Taking a mark", MARK, PostgresDatabases::mark, Mark.TABLES_MAX);
        }
    }

    private static Mark mark(ResultSet row) throws SQLException {
        var names = Link.texts(row.getArray(6));
        var changes = (Long[]) row.getArray(7).getArray();
        var byTable = new HashMap<String, Long>();
        for (int i = 0; i < names.size(); i++) {
            byTable.put(names.get(i), changes[i]);
        }
        return new Mark(
                row.getLong(1),
                row.getObject(2, BigDecimal.class).toBigIntegerExact(),
                row.getInt(3),
                row.getInt(4),
                row.getLong(5),
                byTable);
    }

    @Override
    public List<Session> sessions(Address address, Credentials credentials) {
        try (var link = connector.open(address, credentials)) {
            return link.rows("Reading the sessions", SESSIONS, PostgresDatabases::session);
        }
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public void changePassword(Address address, Credentials role, String password) {
        var verifier = PasswordUtil.encodeScramSha256(password.toCharArray());
        try (var link = connector.open(Maintenance.of(address), role)) {
            link.run(
                    "Changing the password",
                    "SET default_transaction_read_only = off; ALTER ROLE CURRENT_USER PASSWORD "
                            + Quoted.text(verifier));
        }
    }

    @Override
    public void ensureRole(Address address, Credentials owner, Credentials role) {
        var hasPassword =
                switch (login(address, role)) {
                    case Login.Accepted _, Login.NotAdmitted _ -> true;
                    case Login.WrongPassword _ -> false;
                };
        try (var link = connector.open(Maintenance.of(address), owner)) {
            new OwnRole(link, address.database(), role).ensure(hasPassword);
        }
    }
}
