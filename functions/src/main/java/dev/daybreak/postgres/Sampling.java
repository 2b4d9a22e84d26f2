package dev.daybreak.postgres;

import dev.daybreak.validation.Sample;
import dev.daybreak.validation.Sample.Stray;
import dev.daybreak.validation.SampleResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A sampled comparison of two databases, one of which is being written to while the other follows.
/// Why each difference that it finds is one: `docs/decisions/a-sample-without-false-alarms.md`.
final class Sampling {
    /// A day's sample; another day has another.
    private static final int TABLES_MAX = 200;

    private static final int KEYS_SHOWN_MAX = 3;

    /// A transaction id as rows have it: the lower 32 bits.
    private static final String HORIZON =
            "SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::numeric % 4294967296)::text";

    /// Older than every transaction there can be: nothing is asked about age.
    private static final String NO_HORIZON = "3";

    private static final String WHAT = "Comparing a sample";

    private final Link rds;
    private final Link aurora;
    private final int seed;

    /// @param version the row version's transaction id
    /// @param isOld whether it is older than the horizon
    private record Row(List<String> key, long hash, String version, boolean isOld) {}

    Sampling(Link rds, Link aurora, int seed) {
        this.rds = rds;
        this.aurora = aurora;
        this.seed = seed;
        rds.run(WHAT, ComparedSide.SETTINGS);
        aurora.run(WHAT, ComparedSide.SETTINGS);
    }

    /// Strays are looked for before the marker: what Aurora lacks now, RDS has no more once it has
    /// the marker.
    Sample draw() {
        var strays = new ArrayList<Stray>();
        for (var table : sampled(tables())) {
            var keys = keys(rds, table);
            var onRds = rows(rds, table, keys, NO_HORIZON);
            var onAurora = rows(aurora, table, keys, NO_HORIZON);
            onRds.values().stream()
                    .filter(row -> !onAurora.containsKey(row.key()))
                    .map(row -> new Stray(table.name(), row.key(), row.version()))
                    .forEach(strays::add);
        }
        var horizon = aurora.row(WHAT, HORIZON, row -> row.getString(1));
        return new Sample(horizon, seed, strays.stream().limit(Sample.STRAYS_MAX).toList());
    }

    SampleResult compare(Sample sample) {
        var all = tables();
        var sampled = sampled(all);
        var differences = new ArrayList<String>();
        long compared = 0;
        long inFlight = 0;
        for (var table : sampled) {
            var keys = keys(aurora, table);
            var onRds = rows(rds, table, keys, NO_HORIZON);
            var old =
                    rows(aurora, table, keys, sample.horizon()).values().stream()
                            .filter(Row::isOld)
                            .toList();
            compared += old.size();
            inFlight += keys.size() - old.size();
            difference(table, old, onRds, strays(table, sample)).ifPresent(differences::add);
        }
        var left = all.stream().filter(one -> !one.hasKey()).map(SampledTable::name).toList();
        return new SampleResult(sampled.size(), compared, inFlight, differences, left);
    }

    private static Optional<String> difference(
            SampledTable table,
            List<Row> onAurora,
            Map<List<String>, Row> onRds,
            List<Row> strays) {
        var missing = onAurora.stream().filter(row -> !onRds.containsKey(row.key())).toList();
        var others =
                onAurora.stream()
                        .filter(row -> onRds.getOrDefault(row.key(), row).hash() != row.hash())
                        .toList();
        var wrong = Stream.of(missing, others, strays).flatMap(List::stream).toList();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s: of %d rows, %d are missing on RDS, %d are different there; %d are only there (keys: %s)"
                                .formatted(
                                        table.name(),
                                        onAurora.size(),
                                        missing.size(),
                                        others.size(),
                                        strays.size(),
                                        wrong.stream()
                                                .limit(KEYS_SHOWN_MAX)
                                                .map(row -> String.join(",", row.key()))
                                                .collect(Collectors.joining("; "))));
    }

    /// Those of which RDS still has the very version, although the marker has come.
    private List<Row> strays(SampledTable table, Sample sample) {
        var versions = new HashMap<List<String>, String>();
        sample.strays().stream()
                .filter(stray -> stray.table().equals(table.name()))
                .forEach(stray -> versions.put(stray.key(), stray.version()));
        return rows(rds, table, List.copyOf(versions.keySet()), NO_HORIZON).values().stream()
                .filter(row -> row.version().equals(versions.get(row.key())))
                .toList();
    }

    private List<SampledTable> tables() {
        return aurora.rows(WHAT, SampledTable.TABLES, SampledTable::read);
    }

    private List<SampledTable> sampled(List<SampledTable> all) {
        return all.stream()
                .filter(SampledTable::hasKey)
                .sorted(Comparator.comparingInt(one -> Objects.hash(one.name(), seed)))
                .limit(TABLES_MAX)
                .toList();
    }

    private List<List<String>> keys(Link link, SampledTable table) {
        return link.rows(WHAT, table.keys(seed), row -> Link.texts(row.getArray(1)));
    }

    /// Those of the keys that are there.
    private static Map<List<String>, Row> rows(
            Link link, SampledTable table, List<List<String>> keys, String horizon) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var parameters = new ArrayList<Object>(List.of(horizon));
        parameters.addAll(table.columnsOf(keys));
        return link.rows(WHAT, table.rows(), row -> read(keys, row), parameters.toArray()).stream()
                .collect(Collectors.toMap(Row::key, row -> row, (one, _) -> one));
    }

    private static Row read(List<List<String>> keys, ResultSet row) throws SQLException {
        return new Row(
                keys.get(row.getInt(1)), row.getLong(2), row.getString(3), row.getBoolean(4));
    }
}
