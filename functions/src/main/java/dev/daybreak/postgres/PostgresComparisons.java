package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Method;
import dev.daybreak.proof.TableProof;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// Compares real databases, both at once, each in one snapshot.
public final class PostgresComparisons implements Comparisons {
    /// Those that differ first, then the largest.
    private static final Comparator<TablePair> ORDER =
            Comparator.comparing(TablePair::isEqual)
                    .thenComparing(Comparator.comparingLong(TablePair::bytes).reversed())
                    .thenComparing(pair -> pair.rds().name());

    private final Connector connector;
    private final InstantSource clock;
    private final int workers;

    /// @param workers connections for each side, at least 1; each keeps a core of its server busy,
    ///   and more where the server reads large tables in parallel by itself
    public PostgresComparisons(Connector connector, InstantSource clock, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("a comparison needs a worker for each side");
        }
        this.connector = connector;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public Comparison compare(Address rds, Address aurora, Credentials daybreak) {
        var start = clock.instant();
        try (var ours = ComparedSide.open(connector, rds, daybreak, workers);
                var theirs = ComparedSide.open(connector, aurora, daybreak, workers)) {
            var findings = new Findings();
            new SchemaComparison(findings).compare(ours.lead(), theirs.lead());
            new SequenceComparison(findings).compare(ours.lead(), theirs.lead());
            var method = Canary.method(ours.lead(), theirs.lead());
            var pairs = new Tallies(ours, theirs, method, clock).pairs();
            for (var pair : pairs) {
                explain(pair, findings, ours, theirs);
            }
            return result(pairs, method, findings, Duration.between(start, clock.instant()));
        }
    }

    /// Rows are searched for only as long as there is room to name them.
    private static void explain(
            TablePair pair, Findings findings, ComparedSide ours, ComparedSide theirs) {
        if (findings.isFull() && !pair.isEqual()) {
            findings.skip();
        } else {
            pair.difference(ours.lead(), theirs.lead()).ifPresent(findings::add);
        }
    }

    private static Comparison result(
            List<TablePair> pairs, Method method, Findings findings, Duration took) {
        return new Comparison(
                method,
                proofs(pairs),
                pairs.size(),
                pairs.stream().mapToLong(pair -> pair.ours().rows()).sum(),
                pairs.stream().mapToLong(TablePair::bytes).sum(),
                took.toMillis(),
                findings.first(),
                findings.count());
    }

    private static List<TableProof> proofs(List<TablePair> pairs) {
        return pairs.stream()
                .sorted(ORDER)
                .limit(Comparison.TABLES_MAX)
                .map(TablePair::proof)
                .toList();
    }
}
