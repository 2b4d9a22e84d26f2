package dev.daybreak.postgres;

import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Progress;
import dev.daybreak.proof.Reach;
import dev.daybreak.proof.TableProof;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One call of a comparison: some tables at a time on both sides, in the order of their names, so
/// that what has to be remembered has a bound.
final class ComparingCall {
    /// Their tallies travel through the workflow's state.
    static final int TABLES_AT_A_TIME = 64;

    /// Those that differ first, then the longest.
    private static final Comparator<TableProof> ORDER =
            Comparator.comparing(TableProof::equal)
                    .thenComparing(Comparator.comparingLong(TableProof::rows).reversed())
                    .thenComparing(TableProof::table);

    private final Sides sides;
    private final RowFinder finder;
    private final InstantSource clock;
    private final Instant until;

    /// @param until no piece is begun after it
    ComparingCall(Sides sides, RowFinder finder, InstantSource clock, Instant until) {
        this.sides = sides;
        this.finder = finder;
        this.clock = clock;
        this.until = until;
    }

    /// All that is compared but the tables.
    Cursor begin(Instant began, int restarts) {
        var findings = new Findings();
        new SchemaComparison(findings).compare(sides.rds().lead(), sides.aurora().lead());
        new SequenceComparison(findings).compare(sides.rds().lead(), sides.aurora().lead());
        var method = Canary.method(sides.rds().lead(), sides.aurora().lead());
        var soFar =
                new Comparison(method, List.of(), 0, 0, 0, 0, findings.first(), findings.count());
        return cursor(began, restarts, soFar, new Both<>(Reach.NOTHING, Reach.NOTHING));
    }

    Progress goOn(Cursor cursor) {
        var pairs = sides.pairs(cursor.soFar().method());
        var soFar = cursor.soFar();
        var from = new Both<>(cursor.rds(), cursor.aurora());
        while (soFar.tablesCompared() < pairs.size()) {
            var end = Math.min(pairs.size(), soFar.tablesCompared() + TABLES_AT_A_TIME);
            var atHand = pairs.subList(soFar.tablesCompared(), end);
            var reach = new Tallies(sides, atHand, from, clock, until).read();
            var isRead =
                    reach.rds().table() == atHand.size() && reach.aurora().table() == atHand.size();
            from = isRead ? new Both<>(Reach.NOTHING, Reach.NOTHING) : reach;
            soFar = isRead ? plus(soFar, atHand, reach, cursor.began()) : soFar;
            if (soFar.tablesCompared() < pairs.size() && !clock.instant().isBefore(until)) {
                return new Progress.Unfinished(
                        cursor(cursor.began(), cursor.restarts(), soFar, from));
            }
        }
        return new Progress.Compared(soFar);
    }

    private Cursor cursor(Instant began, int restarts, Comparison soFar, Both<Reach> from) {
        return new Cursor(
                began,
                restarts,
                sides.rds().snapshot(),
                sides.aurora().snapshot(),
                soFar,
                from.rds(),
                from.aurora());
    }

    private Comparison plus(
            Comparison soFar, List<TablePair> pairs, Both<Reach> reach, Instant began) {
        var counted = pairs.stream().map(pair -> CountedPair.of(pair, reach)).toList();
        var findings = new Findings(soFar);
        counted.stream().filter(one -> !one.isEqual()).forEach(one -> explain(one, findings));
        return new Comparison(
                soFar.method(),
                Stream.concat(soFar.tables().stream(), counted.stream().map(CountedPair::proof))
                        .sorted(ORDER)
                        .limit(Comparison.TABLES_MAX)
                        .toList(),
                soFar.tablesCompared() + pairs.size(),
                soFar.rows() + counted.stream().mapToLong(one -> one.ours().rows()).sum(),
                soFar.bytes() + pairs.stream().mapToLong(TablePair::bytes).sum(),
                Duration.between(began, clock.instant()).toMillis(),
                findings.first(),
                findings.count());
    }

    /// Rows are searched for only as long as there is room to name them.
    private void explain(CountedPair counted, Findings findings) {
        if (findings.isFull()) {
            findings.skip();
        } else {
            findings.add(counted.difference(finder));
        }
    }
}
