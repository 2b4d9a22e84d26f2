package dev.daybreak.postgres;

import dev.daybreak.database.Facts;
import dev.daybreak.database.TableFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads what a database tells about itself, in a handful of queries.
final class DatabaseFacts {
    /// The settings that a migration looks at. TimeZone and DateStyle are missing on purpose: a
    /// session cannot see the server's own, because the driver brings the client's.
    static final List<String> PARAMETERS =
            List.of(
                    "server_version",
                    "server_encoding",
                    "max_connections",
                    "max_prepared_transactions",
                    "max_replication_slots",
                    "wal_level",
                    "rds.logical_replication",
                    "random_page_cost",
                    "effective_io_concurrency",
                    "log_min_duration_statement",
                    "log_connections",
                    "log_disconnections",
                    "log_lock_waits",
                    "idle_in_transaction_session_timeout",
                    "statement_timeout",
                    "default_transaction_read_only");

    private static final String SETTINGS =
            """
            SELECT name, current_setting(name, true) FROM unnest(?::text[]) AS name
            WHERE current_setting(name, true) IS NOT NULL
            UNION ALL
            SELECT v.name, v.value FROM pg_database d,
              LATERAL (VALUES ('lc_collate', d.datcollate), ('lc_ctype', d.datctype)) v(name, value)
            WHERE d.datname = current_database()
            """;

    /// Partitions stand for their root, which holds no rows. A key is what could be the replica
    /// identity: unique, immediate, whole, without expressions, every column NOT NULL.
    private static final String TABLES =
            """
            SELECT format('%%I.%%I', n.nspname, c.relname), c.reltuples::bigint,
                   pg_total_relation_size(c.oid), c.relpersistence = 'u',
                   EXISTS (SELECT FROM pg_index i
                           WHERE i.indrelid = c.oid AND i.indisunique AND i.indimmediate
                             AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
                             AND NOT EXISTS (
                               SELECT FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
                               JOIN pg_attribute a
                                 ON a.attrelid = c.oid AND a.attnum = k.number
                               WHERE k.place <= i.indnkeyatts AND NOT a.attnotnull))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND %s
            ORDER BY 1
            """
                    .formatted(UserObjects.RELATION);

    private static final String COUNTS =
            """
            SELECT (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind = 'S' AND %s),
                   (SELECT count(*) FROM pg_largeobject_metadata),
                   (SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()),
                   (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(xact_start)), 0)
                    FROM pg_stat_activity
                    WHERE datname = current_database() AND backend_type = 'client backend'
                      AND pid <> pg_backend_pid()),
                   pg_database_size(d.oid), pg_get_userbyid(d.datdba),
                   pg_has_role(d.datdba, 'MEMBER'), current_setting('server_version')
            FROM pg_database d WHERE d.datname = current_database()
            """
                    .formatted(UserObjects.RELATION);

    private static final String AVAILABLE =
            """
            SELECT name, default_version FROM pg_available_extensions
            WHERE default_version IS NOT NULL
            """;

    /// `rdsadmin` is AWS's, `postgres` what the server comes with.
    private static final String OTHER_DATABASES =
            """
            SELECT datname FROM pg_database
            WHERE NOT datistemplate AND datname NOT IN (current_database(), 'postgres', 'rdsadmin')
            ORDER BY datname
            """;

    /// Expressions of an index are sorted as its columns are; `C` and `POSIX` have no version.
    private static final String COLLATIONS =
            """
            SELECT DISTINCT format('%%I.%%I', s.nspname, l.collname),
                   coalesce(pg_collation_actual_version(l.oid), '')
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace,
                 unnest(i.indcollation::oid[]) AS used
            JOIN pg_collation l ON l.oid = used JOIN pg_namespace s ON s.oid = l.collnamespace
            WHERE %s
            """
                    .formatted(UserObjects.RELATION);

    private final Link link;
    private final AccessControl control;

    DatabaseFacts(Link link, String database) {
        this.link = link;
        this.control = new AccessControl(link, database);
    }

    Facts read() {
        var otherDatabases = link.rows("Reading", OTHER_DATABASES, row -> row.getString(1));
        var collations = pairs(COLLATIONS);
        var installed = pairs("SELECT extname, extversion FROM pg_extension");
        var available = pairs(AVAILABLE);
        var parameters = pairs(SETTINGS, (Object) PARAMETERS.toArray(String[]::new));
        var tables = link.rows("Reading the tables", TABLES, DatabaseFacts::table);
        var writers = control.writersByDefault();
        return link.row(
                "Reading the database's facts",
                COUNTS,
                row ->
                        new Facts(
                                row.getString(8),
                                installed,
                                available,
                                parameters,
                                tables,
                                row.getInt(1),
                                row.getLong(2),
                                row.getInt(3),
                                Duration.ofMillis(Math.round(1_000 * row.getDouble(4))),
                                otherDatabases,
                                collations,
                                row.getLong(5),
                                writers,
                                row.getString(6),
                                row.getBoolean(7)));
    }

    private static TableFacts table(ResultSet row) throws SQLException {
        return new TableFacts(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getBoolean(5),
                row.getBoolean(4));
    }

    private Map<String, String> pairs(String sql, Object... parameters) {
        var pairs = new TreeMap<String, String>();
        link.rows(
                        "Reading names and values",
                        sql,
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        parameters)
                .forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
        return pairs;
    }
}
