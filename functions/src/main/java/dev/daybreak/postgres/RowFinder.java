package dev.daybreak.postgres;

import dev.daybreak.fault.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Searches tables that differ for the rows that do, as long as there is time. The tables are known
/// to differ: a search that does not end costs an explanation, not the proof.
final class RowFinder {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Sides sides;
    private final boolean showsValues;
    private final InstantSource clock;
    private final Instant until;

    /// @param showsValues whether the values may be told, beside keys and columns
    RowFinder(Sides sides, boolean showsValues, InstantSource clock, Instant until) {
        this.sides = sides;
        this.showsValues = showsValues;
        this.clock = clock;
        this.until = until;
    }

    FoundRows find(TablePair pair) {
        var left = Duration.between(clock.instant(), until);
        if (left.compareTo(SHORTEST) < 0) {
            return FoundRows.none("no time was left to search for them");
        }
        begin("SAVEPOINT search; SET LOCAL statement_timeout = " + half(left));
        try {
            var found = new RowSearch(pair.rds(), pair.hash(), rds(), aurora()).rows();
            return new RowDetails(pair.rds(), rds(), aurora(), showsValues).of(found);
        } catch (Unavailable e) {
            return FoundRows.none("searching for them did not end: " + e.getMessage());
        } finally {
            begin("ROLLBACK TO SAVEPOINT search");
        }
    }

    /// There are two scans.
    private static long half(Duration left) {
        return left.toMillis() / 2;
    }

    private void begin(String sql) {
        rds().run("Searching for rows", sql);
        aurora().run("Searching for rows", sql);
    }

    private Link rds() {
        return sides.rds().readers().getFirst();
    }

    private Link aurora() {
        return sides.aurora().readers().getFirst();
    }
}
