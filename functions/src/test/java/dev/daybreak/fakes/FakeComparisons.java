package dev.daybreak.fakes;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Method;
import dev.daybreak.proof.Progress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// A comparison that finds what a test planted.
public final class FakeComparisons implements Comparisons {
    private final Queue<Cursor> cursors = new ArrayDeque<>();
    private List<Difference> differences = List.of();
    private Optional<Cursor> from = Optional.empty();

    public void plant(Difference... planted) {
        differences = List.of(planted);
    }

    /// The next calls end with these, one after the other.
    public void interrupt(Cursor... ends) {
        cursors.addAll(List.of(ends));
    }

    /// Where the last call went on.
    public Optional<Cursor> from() {
        return from;
    }

    @Override
    public Progress compare(
            Address rds, Address aurora, Credentials daybreak, Optional<Cursor> from) {
        this.from = from;
        return cursors.isEmpty()
                ? new Progress.Compared(
                        new Comparison(
                                Method.CHAIN,
                                List.of(),
                                7,
                                100,
                                4096,
                                12,
                                differences,
                                differences.size()))
                : new Progress.Unfinished(cursors.remove());
    }
}
