package dev.daybreak.rehearsal.simulation.database;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.ports.Holdings;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Difference.Kind;
import dev.daybreak.proof.Holding;
import dev.daybreak.proof.Method;
import dev.daybreak.proof.Progress;
import dev.daybreak.proof.Reach;
import dev.daybreak.proof.TableProof;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares row by row, and tells what one side holds.
public record ModelComparisons(Servers servers, InstantSource clock)
        implements Comparisons, Holdings {
    /// Some databases take two calls: those whose number of rows can be divided by this.
    private static final int LARGE = 3;

    @Override
    public Progress compare(
            Address rds, Address aurora, Credentials daybreak, Optional<Cursor> from) {
        var left = servers.enter(rds, daybreak).contents;
        var right = servers.enter(aurora, daybreak).contents;
        if (from.isEmpty() && left.rows.size() % LARGE == 0) {
            return new Progress.Unfinished(begun());
        }
        var differences = new ArrayList<Difference>();
        if (left.rows.size() != right.rows.size()) {
            var what =
                    "%d rows on RDS, %d on Aurora".formatted(left.rows.size(), right.rows.size());
            differences.add(difference(Kind.COUNT, what));
        } else if (!left.rows.equals(right.rows)) {
            differences.add(difference(Kind.CONTENT, "rows differ"));
        }
        if (left.sequence != right.sequence) {
            var what = "%d on RDS, %d on Aurora".formatted(left.sequence, right.sequence);
            differences.add(difference(Kind.SEQUENCE, what));
        }
        var proof =
                new TableProof(
                        ModelDatabases.TABLE,
                        left.rows.size(),
                        digest(left),
                        differences.isEmpty(),
                        1);
        return new Progress.Compared(
                new Comparison(
                        Method.TEXT,
                        List.of(proof),
                        1,
                        left.rows.size(),
                        8_192,
                        1,
                        differences,
                        differences.size()));
    }

    private Cursor begun() {
        return new Cursor(
                clock.instant(),
                0,
                "rds",
                "aurora",
                new Comparison(Method.TEXT, List.of(), 0, 0, 0, 0, List.of(), 0),
                Reach.NOTHING,
                Reach.NOTHING);
    }

    private static Difference difference(Kind kind, String what) {
        return new Difference(ModelDatabases.TABLE, kind, what, List.of());
    }

    private static String digest(Contents contents) {
        return Integer.toHexString(contents.rows.hashCode());
    }

    @Override
    public Holding of(Address address, Credentials daybreak) {
        var contents = servers.enter(address, daybreak).contents;
        return new Holding("5c", 1, contents.rows.size(), digest(contents));
    }
}
