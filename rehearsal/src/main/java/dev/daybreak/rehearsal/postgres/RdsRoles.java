package dev.daybreak.rehearsal.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Makes the roles of a server as poor as on RDS: the master user is no superuser. What
/// `rds_superuser` holds is what AWS lists
/// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.View.html).
///
/// AWS lets the members of `rds_superuser` grant roles that stock PostgreSQL lets only their
/// administrators grant; the administration of three roles stands for that.
public record RdsRoles(Login master) {
    private static final List<String> HELD =
            List.of(
                    "CREATE ROLE rds_superuser NOLOGIN",
                    "CREATE ROLE rds_replication NOLOGIN",
                    "CREATE ROLE rds_password NOLOGIN",
                    "CREATE ROLE rds_iam NOLOGIN",
                    "CREATE ROLE rds_ad NOLOGIN",
                    """
                    GRANT pg_checkpoint, pg_monitor, pg_signal_backend, pg_use_reserved_connections,
                        rds_password, rds_replication TO rds_superuser WITH ADMIN OPTION
                    """,
                    """
                    GRANT pg_read_all_data, pg_create_subscription TO rds_superuser
                        WITH ADMIN TRUE, INHERIT FALSE, SET FALSE
                    """);

    /// On a fresh server, as its superuser. The database `rdsadmin` is AWS's own and closed.
    public void create(Connection admin) throws SQLException {
        try (var statement = admin.createStatement()) {
            for (var sql : HELD) {
                statement.execute(sql);
            }
            statement.execute(
                    quoted(
                            admin,
                            "CREATE ROLE %I LOGIN CREATEDB CREATEROLE PASSWORD %L",
                            master.user(),
                            master.password()));
            statement.execute(
                    quoted(admin, "GRANT rds_superuser TO %I WITH ADMIN OPTION", master.user()));
            for (var database : List.of("postgres", "template1")) {
                statement.execute(
                        quoted(admin, "ALTER DATABASE %I OWNER TO %I", database, master.user()));
            }
            statement.execute("CREATE DATABASE rdsadmin");
            statement.execute("REVOKE ALL ON DATABASE rdsadmin FROM PUBLIC");
        }
    }

    /// A database of the master's own.
    public void createDatabase(Connection admin, String name) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(quoted(admin, "CREATE DATABASE %I OWNER %I", name, master.user()));
        }
    }

    /// Gives the master the password of this record.
    public void changePassword(Connection admin) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(
                    quoted(admin, "ALTER ROLE %I PASSWORD %L", master.user(), master.password()));
        }
    }

    /// The server itself quotes the names and words into the statement.
    private static String quoted(Connection admin, String format, String... words)
            throws SQLException {
        try (var statement = admin.prepareStatement("SELECT format(?, VARIADIC ?)")) {
            statement.setString(1, format);
            statement.setArray(2, admin.createArrayOf("text", words));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
