package dev.daybreak.postgres;

import java.util.List;
import java.util.Optional;

/// The catalog rows and statements that say who may connect to a database. A superuser (AWS's
/// `rdsadmin`) is neither listed nor revoked: an ACL does not bind it.
final class AccessControl {
    private static final String GRANTEES =
            """
            SELECT DISTINCT coalesce(r.rolname, '') COLLATE "C"
            FROM pg_database d
            CROSS JOIN aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
            LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE d.datname = ? AND a.privilege_type = 'CONNECT'
              AND NOT coalesce(r.rolsuper, false)
            """;

    /// @see AccessControl#readOnlyByDefault()
    private static final String SETTING =
            """
            SELECT split_part(setting, '=', 2)
            FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase,
                 unnest(s.setconfig) AS setting
            WHERE d.datname = ? AND s.setrole = 0
              AND split_part(setting, '=', 1) = 'default_transaction_read_only'
            """;

    private static final String WRITERS =
            """
            SELECT DISTINCT r.rolname
            FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole,
                 unnest(s.setconfig) AS setting
            WHERE (s.setdatabase = 0 OR s.setdatabase = (
                     SELECT oid FROM pg_database WHERE datname = ?))
              AND split_part(setting, '=', 1) = 'default_transaction_read_only'
              AND NOT split_part(setting, '=', 2)::boolean AND NOT r.rolsuper
            ORDER BY 1
            """;

    private static final String ADMITTED =
            """
            SELECT rolname FROM pg_roles
            WHERE rolcanlogin AND NOT rolsuper AND rolname <> ?
              AND has_database_privilege(oid, ?, 'CONNECT')
            ORDER BY 1
            """;

    private final Link link;
    private final String database;

    AccessControl(Link link, String database) {
        this.link = link;
        this.database = database;
    }

    /// Whoever changes the access of this database waits here for one another.
    void begin() {
        link.begin();
        link.row(
                "Waiting for our turn",
                "SELECT pg_advisory_xact_lock(hashtextextended('daybreak ' || ?, 0))",
                _ -> true,
                database);
    }

    boolean everyone() {
        return grantees().contains("");
    }

    List<String> roles() {
        return grantees().stream().filter(role -> !role.isEmpty()).sorted().toList();
    }

    private List<String> grantees() {
        return link.rows("Reading the ACL", GRANTEES, row -> row.getString(1), database);
    }

    /// The database's own setting, as whoever set it spelt it.
    Optional<String> readOnlyByDefault() {
        return link.rows("Reading settings", SETTING, row -> row.getString(1), database).stream()
                .findFirst();
    }

    /// Roles whose own setting overrides the database's read-only default.
    List<String> writersByDefault() {
        return link.rows("Reading settings", WRITERS, row -> row.getString(1), database);
    }

    /// Who can still log in and connect, by whatever way; nobody but `except` should.
    List<String> admitted(String except) {
        return link.rows("Reading privileges", ADMITTED, row -> row.getString(1), except, database);
    }

    void readOnly(Optional<String> value) {
        var change =
                value.map(text -> "SET default_transaction_read_only = " + Quoted.text(text))
                        .orElse("RESET default_transaction_read_only");
        link.run("Changing the read-only default", "ALTER DATABASE " + name() + " " + change);
    }

    void grant(boolean everyone, List<String> roles) {
        var grantees = grantees(everyone, roles);
        if (!grantees.isEmpty()) {
            link.run(
                    "Granting CONNECT",
                    "GRANT CONNECT ON DATABASE %s TO %s".formatted(name(), grantees));
        }
    }

    /// What a grantee granted to others goes with it.
    void revoke(boolean everyone, List<String> roles) {
        var grantees = grantees(everyone, roles);
        if (!grantees.isEmpty()) {
            link.run(
                    "Revoking CONNECT",
                    "REVOKE CONNECT ON DATABASE %s FROM %s CASCADE".formatted(name(), grantees));
        }
    }

    private static String grantees(boolean everyone, List<String> roles) {
        var names = Quoted.names(roles);
        return everyone ? names.isEmpty() ? "PUBLIC" : "PUBLIC, " + names : names;
    }

    private String name() {
        return Quoted.name(database);
    }
}
