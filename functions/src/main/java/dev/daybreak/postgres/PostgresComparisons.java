package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Limits;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Compares real databases, both at once, each in one snapshot. Why a snapshot outlives a call:
/// `docs/decisions/one-snapshot-through-many-calls.md`.
public final class PostgresComparisons implements Comparisons {
    private static final int RESTARTS_MAX = 2;

    private final HeldSnapshots held = new HeldSnapshots();
    private final Connector connector;
    private final InstantSource clock;
    private final Effort effort;

    /// What a comparison may take.
    ///
    /// @param workers connections that read, for each side, at least 1; each keeps a core of its
    ///   server busy; one more holds the snapshot
    /// @param reading how long a call begins pieces; what is begun ends after it
    /// @param searching when a call stops to search for rows that differ, from its start
    /// @param showsValues whether rows that differ are told with their values
    public record Effort(int workers, Duration reading, Duration searching, boolean showsValues) {
        public Effort {
            if (workers < 1) {
                throw new IllegalArgumentException("a comparison needs a worker for each side");
            }
        }

        /// For a function that lives for 15 minutes.
        public static Effort ofLambda(int workers, boolean showsValues) {
            return new Effort(workers, Limits.PROOF_CALL, Duration.ofMinutes(13), showsValues);
        }
    }

    public PostgresComparisons(Connector connector, InstantSource clock, Effort effort) {
        this.connector = connector;
        this.clock = clock;
        this.effort = effort;
    }

    @Override
    public Progress compare(
            Address rds, Address aurora, Credentials daybreak, Optional<Cursor> from) {
        var now = clock.instant();
        var resumed = from.flatMap(cursor -> resumed(rds, aurora, daybreak, cursor));
        try (var sides = resumed.orElseGet(() -> begun(rds, aurora, daybreak))) {
            var progress = progress(sides, from, resumed.isPresent(), now);
            if (progress instanceof Progress.Unfinished) {
                held.hold(rds, sides.rds().hold());
                held.hold(aurora, sides.aurora().hold());
            } else {
                held.release(rds);
                held.release(aurora);
            }
            return progress;
        }
    }

    private Progress progress(Sides sides, Optional<Cursor> from, boolean isResumed, Instant now) {
        var finder =
                new RowFinder(sides, effort.showsValues(), clock, now.plus(effort.searching()));
        var call = new ComparingCall(sides, finder, clock, now.plus(effort.reading()));
        if (isResumed) {
            return call.goOn(from.orElseThrow());
        }
        var restarts = from.map(lost -> lost.restarts() + 1).orElse(0);
        if (restarts > RESTARTS_MAX) {
            throw new Unexpected(
                    "The connections that hold a comparison's snapshots ended %d times between two calls. Look into both servers' logs for what ends them: a restart, a failover, a proxy between."
                            .formatted(restarts));
        }
        return call.goOn(call.begin(from.map(Cursor::began).orElse(now), restarts));
    }

    /// What was read before counts for nothing in another snapshot.
    private Optional<Sides> resumed(
            Address rds, Address aurora, Credentials daybreak, Cursor cursor) {
        return reopened(rds, daybreak, cursor.rdsSnapshot())
                .flatMap(
                        ours -> {
                            var theirs = reopened(aurora, daybreak, cursor.auroraSnapshot());
                            if (theirs.isEmpty()) {
                                ours.close();
                            }
                            return theirs.map(both -> new Sides(ours, both));
                        });
    }

    private Optional<ComparedSide> reopened(
            Address address, Credentials daybreak, String snapshot) {
        return ComparedSide.reopen(connector, address, daybreak, effort.workers(), snapshot);
    }

    private Sides begun(Address rds, Address aurora, Credentials daybreak) {
        var ours = ComparedSide.open(connector, rds, daybreak, effort.workers());
        try {
            return new Sides(
                    ours, ComparedSide.open(connector, aurora, daybreak, effort.workers()));
        } catch (RuntimeException e) {
            ours.close();
            throw e;
        }
    }
}
