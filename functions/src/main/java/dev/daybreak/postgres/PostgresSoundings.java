package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Soundings;
import dev.daybreak.validation.QueryTimes;
import dev.daybreak.validation.Sample;
import dev.daybreak.validation.SampleResult;
import dev.daybreak.validation.Sequence;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Soundings of real databases that are in use.
public final class PostgresSoundings implements Soundings {
    private static final String SEQUENCES =
            """
            SELECT format('%I.%I', schemaname, sequencename), last_value, increment_by,
                   start_value, CASE WHEN increment_by > 0 THEN max_value ELSE min_value END, cycle
            FROM pg_sequences ORDER BY 1
            """;

    /// The setting is there only where the library is loaded; without it the view is an error. The
    /// time of the last reset came with version 1.9 of the extension.
    private static final String EXTENSION =
            """
            SELECT quote_ident(n.nspname) FROM pg_extension e
            JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = 'pg_stat_statements'
              AND EXISTS (SELECT FROM pg_settings WHERE name = 'pg_stat_statements.max')
              AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid
                            AND c.relname = 'pg_stat_statements_info')
            """;

    private final Connector connector;

    public PostgresSoundings(Connector connector) {
        this.connector = connector;
    }

    @Override
    public List<Sequence> sequences(Address address, Credentials daybreak) {
        try (var link = connector.open(address, daybreak)) {
            return link.rows("Reading the sequences", SEQUENCES, PostgresSoundings::sequence);
        }
    }

    private static Sequence sequence(ResultSet row) throws SQLException {
        var last = BigInteger.valueOf(row.getLong(2));
        var isUsed = !row.wasNull();
        return new Sequence(
                row.getString(1),
                Optional.of(last).filter(_ -> isUsed),
                BigInteger.valueOf(row.getLong(3)),
                BigInteger.valueOf(row.getLong(4)),
                BigInteger.valueOf(row.getLong(5)),
                row.getBoolean(6));
    }

    @Override
    public List<String> unpublished(Address aurora, Credentials daybreak) {
        try (var link = connector.open(aurora, daybreak)) {
            return new StreamSource(link, daybreak.username()).unpublished();
        }
    }

    @Override
    public Sample drawSample(Address rds, Address aurora, Credentials daybreak, int seed) {
        try (var source = connector.open(rds, daybreak);
                var target = connector.open(aurora, daybreak)) {
            return new Sampling(source, target, seed).draw();
        }
    }

    @Override
    public SampleResult compareSample(
            Address rds, Address aurora, Credentials daybreak, Sample sample) {
        try (var source = connector.open(rds, daybreak);
                var target = connector.open(aurora, daybreak)) {
            return new Sampling(source, target, sample.seed()).compare(sample);
        }
    }

    @Override
    public Optional<QueryTimes> queryTimes(Address aurora, Credentials daybreak) {
        var what = "Reading what queries took";
        try (var link = connector.open(aurora, daybreak)) {
            return link.rows(what, EXTENSION, row -> row.getString(1)).stream()
                    .findFirst()
                    .map(
                            schema ->
                                    link.row(
                                            what,
                                            queryTimes(schema),
                                            row ->
                                                    new QueryTimes(
                                                            row.getLong(1),
                                                            row.getLong(2),
                                                            row.getLong(3))));
        }
    }

    /// Daybreak's own queries are long, and nobody waits for them.
    private static String queryTimes(String schema) {
        return """
        SELECT (SELECT extract(epoch FROM stats_reset)::bigint FROM %1$s.pg_stat_statements_info),
               coalesce(sum(s.calls), 0)::bigint,
               (coalesce(sum(s.total_exec_time), 0) * 1000)::bigint
        FROM %1$s.pg_stat_statements s
        JOIN pg_database d ON d.oid = s.dbid
        WHERE d.datname = current_database()
          AND s.userid <> (SELECT oid FROM pg_roles WHERE rolname = current_user)
        """
                .formatted(schema);
    }
}
