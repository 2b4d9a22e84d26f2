package dev.daybreak.postgres;

import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Denied;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/// The role that Daybreak sees a database with. Nothing is changed that is as it must be.
final class OwnRole {
    private static final String SUPERUSER_OF_RDS = "rds_superuser";

    /// What the role must be able to use, whichever way it comes by it. `pg_read_all_stats` shows
    /// what other roles' sessions are, without which a fence can't tell whom to end.
    private static final List<String> POWERS =
            List.of("pg_read_all_data", "pg_signal_backend", "pg_read_all_stats");

    private final Link link;
    private final String database;
    private final Credentials role;

    OwnRole(Link link, String database, Credentials role) {
        this.link = link;
        this.database = database;
        this.role = role;
    }

    void ensure(boolean hasPassword) {
        var what = "Making role " + role.username();
        if (!is("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role.username())) {
            link.run(what, "CREATE ROLE " + name() + " LOGIN PASSWORD " + verifier());
        } else if (!hasPassword) {
            link.run(what, "ALTER ROLE " + name() + " LOGIN PASSWORD " + verifier());
        }
        grantPowers(what);
        if (!may()) {
            link.run(
                    what,
                    "GRANT CONNECT ON DATABASE %s TO %s".formatted(Quoted.name(database), name()));
        }
        writesWhereItMay(what);
        verify();
    }

    private void grantPowers(String what) {
        if (is("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", SUPERUSER_OF_RDS)
                && !can(SUPERUSER_OF_RDS)) {
            grant(what, SUPERUSER_OF_RDS);
        }
        POWERS.stream().filter(power -> !can(power)).forEach(power -> grant(what, power));
    }

    private void grant(String what, String power) {
        link.run(what, "GRANT %s TO %s".formatted(Quoted.name(power), name()));
    }

    /// A read-only default of the role's own would outlast the fence.
    private void writesWhereItMay(String what) {
        var isReadOnly =
                is(
                        """
                        SELECT EXISTS (
                          SELECT FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole,
                               unnest(s.setconfig) AS setting
                          WHERE r.rolname = ? AND s.setdatabase = 0
                            AND setting LIKE 'default_transaction_read_only=%')
                        """,
                        role.username());
        if (isReadOnly) {
            link.run(what, "ALTER ROLE " + name() + " RESET default_transaction_read_only");
        }
    }

    /// A GRANT by somebody who may not grant ends with a warning only.
    private void verify() {
        var missing = POWERS.stream().filter(power -> !can(power)).toList();
        if (!missing.isEmpty()) {
            throw new Denied(
                    "Role %s could not be given %s; grant it as an administrator."
                            .formatted(role.username(), String.join(", ", missing)));
        }
        if (!may()) {
            throw new Denied(
                    "Role %s could not be given CONNECT on database %s; only its owner can."
                            .formatted(role.username(), database));
        }
    }

    private boolean can(String power) {
        return is("SELECT pg_has_role(?, ?, 'USAGE')", role.username(), power);
    }

    /// An entry of its own in the ACL, since the fence takes PUBLIC's away.
    private boolean may() {
        return is(
                """
                SELECT EXISTS (
                  SELECT FROM pg_database d, aclexplode(d.datacl) a
                  JOIN pg_roles r ON r.oid = a.grantee
                  WHERE d.datname = ? AND r.rolname = ? AND a.privilege_type = 'CONNECT')
                """,
                database,
                role.username());
    }

    private boolean is(String sql, Object... parameters) {
        return link.row(
                "Looking at role " + role.username(), sql, r -> r.getBoolean(1), parameters);
    }

    private String name() {
        return Quoted.name(role.username());
    }

    /// The password itself never travels, so that no log of statements can hold it.
    private String verifier() {
        return Quoted.text(PasswordUtil.encodeScramSha256(role.password().toCharArray()));
    }
}
