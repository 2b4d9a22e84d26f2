package dev.daybreak.postgres;

import dev.daybreak.proof.Difference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Finds rows that differ in a table that is known to differ, within bounded memory: first which of
/// 4,096 buckets differ, then the rows of the first of those, sorted by the servers.
final class RowSearch {
    private static final int BUCKETS = 4_096;

    private record Bucket(long rows, String sum) {}

    /// @param place what a person finds the row by
    private record Row(String key, String hash, String place) {
        int compareTo(Row other) {
            var byKey = Arrays.compareUnsigned(bytes(key), bytes(other.key));
            return byKey != 0 ? byKey : hash.compareTo(other.hash);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final ComparedTable table;
    private final String hash;
    private final Link rds;
    private final Link aurora;

    RowSearch(ComparedTable table, String hash, Link rds, Link aurora) {
        this.table = table;
        this.hash = hash;
        this.rds = rds;
        this.aurora = aurora;
    }

    /// At most as many rows as a person reads at once.
    List<FoundRow> rows() {
        var buckets = differing();
        if (buckets.isEmpty()) {
            return List.of();
        }
        var query = rows(buckets);
        var what = "Searching " + table.name();
        var found = new LinkedHashMap<String, FoundRow>();
        var both =
                Both.ask(
                        () -> rds.stream(what, query, RowSearch::row),
                        () -> aurora.stream(what, query, RowSearch::row));
        try (var ours = both.rds();
                var theirs = both.aurora()) {
            // one more, because the other side's row of the same key comes later
            while (found.size() <= Difference.KEYS_MAX
                    && (ours.peek().isPresent() || theirs.peek().isPresent())) {
                step(ours, theirs).ifPresent(row -> found.merge(row.name(), row, FoundRow::with));
            }
        }
        return found.values().stream().limit(Difference.KEYS_MAX).toList();
    }

    /// Equal rows cancel each other out, one by one, so that duplicates are counted.
    private Optional<FoundRow> step(Rows<Row> ours, Rows<Row> theirs) {
        var order = order(ours.peek(), theirs.peek());
        var found =
                order == 0
                        ? Optional.<FoundRow>empty()
                        : order < 0
                                ? ours.peek().map(this::onRds)
                                : theirs.peek().map(this::onAurora);
        if (order <= 0) {
            ours.advance();
        }
        if (order >= 0) {
            theirs.advance();
        }
        return found;
    }

    private static int order(Optional<Row> a, Optional<Row> b) {
        if (a.isPresent() && b.isPresent()) {
            return a.get().compareTo(b.get());
        }
        return a.isPresent() ? -1 : 1;
    }

    private FoundRow onRds(Row row) {
        return new FoundRow(named(row, "RDS"), Optional.of(row.place()), Optional.empty());
    }

    private FoundRow onAurora(Row row) {
        return new FoundRow(named(row, "Aurora"), Optional.empty(), Optional.of(row.place()));
    }

    /// A row's place means something on its own side only.
    private String named(Row row, String side) {
        return table.key().isEmpty() ? row.place() + " on " + side : row.key();
    }

    private List<Integer> differing() {
        var both = Both.ask(() -> buckets(rds), () -> buckets(aurora));
        var all = new TreeSet<>(both.rds().keySet());
        all.addAll(both.aurora().keySet());
        return all.stream()
                .filter(
                        bucket ->
                                !Optional.ofNullable(both.rds().get(bucket))
                                        .equals(Optional.ofNullable(both.aurora().get(bucket))))
                .limit(Difference.KEYS_MAX)
                .toList();
    }

    private Map<Integer, Bucket> buckets(Link link) {
        var buckets = new HashMap<Integer, Bucket>();
        link.rows(
                        "Searching " + table.name(),
                        "SELECT %s, count(*), sum(%s)::text %s GROUP BY 1"
                                .formatted(bucket(), hash, table.from()),
                        row ->
                                Map.entry(
                                        row.getInt(1),
                                        new Bucket(row.getLong(2), row.getString(3))))
                .forEach(entry -> buckets.put(entry.getKey(), entry.getValue()));
        return buckets;
    }

    private String bucket() {
        return "(hashtextextended((%s) COLLATE \"C\", 1) & %d)::int"
                .formatted(table.keyText(), BUCKETS - 1);
    }

    private String rows(List<Integer> buckets) {
        var numbers = buckets.toString().replace('[', '(').replace(']', ')');
        return """
               SELECT key, hash, place FROM (
                 SELECT %s AS key, %s::text AS hash, t.ctid::text AS place %s WHERE %s IN %s) found
               ORDER BY convert_to(key, 'UTF8'), hash COLLATE "C"
               """
                .formatted(table.keyText(), hash, table.from(), bucket(), numbers);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), row.getString(2), row.getString(3));
    }
}
