package dev.daybreak.postgres;

import dev.daybreak.proof.Difference;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// Compares what the sequences will give next.
final class SequenceComparison {
    /// So many are read by one query.
    private static final int BATCH = 200;

    private static final String SEQUENCES =
            """
            SELECT format('%%I.%%I', n.nspname, c.relname), s.seqincrement
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_sequence s ON s.seqrelid = c.oid
            WHERE c.relkind = 'S' AND %s
            ORDER BY 1
            """
                    .formatted(UserObjects.RELATION);

    /// A sequence as its one row says.
    ///
    /// @param ahead how many values the write-ahead log already gave away
    private record Position(BigInteger last, boolean isCalled, long ahead, BigInteger increment) {
        static Position read(ResultSet row) throws SQLException {
            return new Position(
                    BigInteger.valueOf(row.getLong(2)),
                    row.getBoolean(3),
                    row.getLong(4),
                    BigInteger.valueOf(row.getLong(5)));
        }

        /// The same, or where a crash recovery leaves it: `nextval` logs up to 32 values ahead, and
        /// a copy that replayed the log goes on after exactly those (sequence.c, SEQ_LOG_VALS). A
        /// snapshot is such a copy, so a source that was used since its last checkpoint is often
        /// that far behind. It is safe: `ahead` is the source's own count of what it logged, only
        /// that very position is accepted, and it lies beyond every value that was ever given.
        /// Values are skipped, as any crash may skip them; none is given twice. A CHECKPOINT under
        /// the fence would spare a final snapshot this, not one that was taken before the fence.
        boolean isCarriedBy(Position copy) {
            var isSame = last.equals(copy.last) && isCalled == copy.isCalled;
            var recovered = last.add(increment.multiply(BigInteger.valueOf(ahead)));
            return isSame || (isCalled && copy.isCalled && copy.last.equals(recovered));
        }

        String text() {
            return isCalled ? last.toString() : last + " (not yet given)";
        }
    }

    private final Findings findings;

    SequenceComparison(Findings findings) {
        this.findings = findings;
    }

    /// A sequence that one side lacks is the schema's business.
    void compare(Link rds, Link aurora) {
        var both = Both.ask(() -> positions(rds), () -> positions(aurora));
        var ours = both.rds();
        var theirs = both.aurora();
        ours.keySet().retainAll(theirs.keySet());
        ours.forEach(
                (name, position) -> {
                    var copy = theirs.getOrDefault(name, position);
                    if (!position.isCarriedBy(copy)) {
                        findings.add(
                                name,
                                Difference.Kind.SEQUENCE,
                                "its last value is %s on RDS and %s on Aurora"
                                        .formatted(position.text(), copy.text()));
                    }
                });
    }

    private static Map<String, Position> positions(Link link) {
        var what = "Reading the sequences";
        var sequences = link.rows(what, SEQUENCES, SequenceComparison::select);
        var positions = new TreeMap<String, Position>();
        for (int i = 0; i < sequences.size(); i += BATCH) {
            var batch = sequences.subList(i, Math.min(sequences.size(), i + BATCH));
            var query = String.join(" UNION ALL ", batch);
            link.rows(what, query, row -> Map.entry(row.getString(1), Position.read(row)))
                    .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        }
        return positions;
    }

    private static String select(ResultSet row) throws SQLException {
        var name = row.getString(1);
        return "SELECT %s, last_value, is_called, log_cnt, %d FROM %s"
                .formatted(Quoted.text(name), row.getLong(2), name);
    }
}
