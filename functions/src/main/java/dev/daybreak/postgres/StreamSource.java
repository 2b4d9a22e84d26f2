package dev.daybreak.postgres;

import dev.daybreak.stream.Publication;
import java.util.List;

/// What the reverse stream carries: every table of the user's, by name, so that a table that is
/// made later cannot stop the whole stream. Made on RDS before the snapshot; Aurora has it from
/// there.
final class StreamSource {
    /// Partitions are published, and not what they are partitions of.
    private static final String TABLES =
            """
            SELECT format('%I.%I', n.nspname, c.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND c.relpersistence = 'p'
            """;

    /// Without a replica identity, a published table refuses the application's own UPDATE
    /// (<https://www.postgresql.org/docs/16/logical-replication-publication.html>).
    private static final String UNIDENTIFIED =
            """
            (c.relreplident = 'n' OR c.relreplident = 'd' AND NOT EXISTS (
               SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
             OR c.relreplident = 'i' AND NOT EXISTS (
               SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisreplident))
            """;

    /// What can be an identity without being the primary key, as the statement that makes it one.
    private static final String UNIQUE =
            """
            SELECT DISTINCT ON (c.oid)
                   format('ALTER TABLE %I.%I REPLICA IDENTITY USING INDEX %I',
                          n.nspname, c.relname, x.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
            WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND c.relreplident = 'd'
              AND NOT EXISTS (
                SELECT FROM pg_index p WHERE p.indrelid = c.oid AND p.indisprimary)
              AND i.indisunique AND i.indimmediate AND i.indisvalid
              AND i.indpred IS NULL AND i.indexprs IS NULL
              AND NOT EXISTS (
                SELECT FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
                WHERE k.place <= i.indnkeyatts AND NOT a.attnotnull)
              AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
            ORDER BY c.oid, i.indnkeyatts, x.relname
            """;

    private static final String FOREIGN = "NOT pg_has_role(c.relowner, 'USAGE')";

    private static final String UNPUBLISHED =
            """
            NOT EXISTS (
              SELECT FROM pg_publication_rel p JOIN pg_publication b ON b.oid = p.prpubid
              WHERE p.prrelid = c.oid AND b.pubname = '%s')
            """
                    .formatted(PostgresStreams.NAME);

    private static final String MARKERS =
            """
            CREATE SCHEMA IF NOT EXISTS daybreak;
            CREATE TABLE IF NOT EXISTS daybreak.marker (
              id text PRIMARY KEY, written timestamptz NOT NULL DEFAULT now())
            """;

    /// To make a subscription (16 and later), and to read from a slot as AWS lets roles do it.
    private static final List<String> POWERS = List.of("pg_create_subscription", "rds_replication");

    private static final String WHAT = "Publishing the tables";

    private final Link link;
    private final String role;

    StreamSource(Link link, String role) {
        this.link = link;
        this.role = role;
    }

    Publication publish(boolean fullIdentity) {
        var foreign = tables(FOREIGN);
        if (!foreign.isEmpty()) {
            return new Publication(0, List.of(), foreign);
        }
        link.rows("Reading the keys", UNIQUE, row -> row.getString(1)).forEach(this::identify);
        var unidentified = tables(UNIDENTIFIED);
        if (!unidentified.isEmpty() && !fullIdentity) {
            return new Publication(0, unidentified, List.of());
        }
        unidentified.forEach(
                table -> link.run(WHAT, "ALTER TABLE %s REPLICA IDENTITY FULL".formatted(table)));
        link.run("Making the table of markers", MARKERS);
        var tables = tables("true");
        list(tables);
        allow(tables);
        return new Publication(tables.size(), List.of(), List.of());
    }

    private void identify(String statement) {
        link.run(WHAT, statement);
    }

    List<String> unpublished() {
        return tables(UNPUBLISHED);
    }

    private void list(List<String> tables) {
        var exists =
                link.row(
                        WHAT,
                        "SELECT EXISTS (SELECT FROM pg_publication WHERE pubname = ?)",
                        row -> row.getBoolean(1),
                        PostgresStreams.NAME);
        link.run(
                WHAT,
                (exists
                                ? "ALTER PUBLICATION %s SET TABLE %s"
                                : "CREATE PUBLICATION %s FOR TABLE %s")
                        .formatted(PostgresStreams.NAME, String.join(", ", tables)));
    }

    /// An apply worker that cannot become the tables' owner needs their privileges.
    private void allow(List<String> tables) {
        var grantee = Quoted.name(role);
        link.run(
                WHAT,
                "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON %s TO %s"
                        .formatted(String.join(", ", tables), grantee));
        for (var schema : schemas()) {
            link.run(
                    WHAT,
                    """
                    GRANT USAGE ON SCHEMA %1$s TO %2$s;
                    GRANT SELECT, USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA %1$s TO %2$s
                    """
                            .formatted(Quoted.name(schema), grantee));
        }
        POWERS.forEach(this::empower);
        link.run(
                WHAT,
                "GRANT CREATE ON DATABASE %s TO %s"
                        .formatted(Quoted.name(link.address().database()), grantee));
    }

    private void empower(String power) {
        var isMissing =
                link.row(
                        WHAT,
                        """
                        SELECT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = ?
                                         AND NOT pg_has_role(?, r.oid, 'USAGE'))
                        """,
                        row -> row.getBoolean(1),
                        power,
                        role);
        if (isMissing) {
            link.run(WHAT, "GRANT %s TO %s".formatted(Quoted.name(power), Quoted.name(role)));
        }
    }

    private List<String> schemas() {
        return link.rows(
                WHAT,
                """
                SELECT DISTINCT n.nspname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'S') AND %s ORDER BY 1
                """
                        .formatted(UserObjects.RELATION),
                row -> row.getString(1));
    }

    private List<String> tables(String condition) {
        return link
                .rows(
                        "Reading the tables",
                        String.join(" AND ", TABLES, UserObjects.RELATION, condition),
                        row -> row.getString(1))
                .stream()
                .sorted()
                .toList();
    }
}
