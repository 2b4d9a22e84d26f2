package dev.daybreak.postgres;

import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Reach;
import dev.daybreak.proof.TableProof;
import dev.daybreak.proof.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A table that both sides have, and what was counted on each.
record CountedPair(TablePair pair, Tally ours, Tally theirs) {
    static CountedPair of(TablePair pair, Both<Reach> reach) {
        return new CountedPair(pair, tally(reach.rds(), pair), tally(reach.aurora(), pair));
    }

    private static Tally tally(Reach reach, TablePair pair) {
        return Optional.ofNullable(reach.tallies().get(pair.name())).orElseThrow();
    }

    boolean isEqual() {
        return ours.isSame(theirs);
    }

    TableProof proof() {
        var both = ours.plus(theirs);
        return new TableProof(
                pair.name(),
                ours.rows(),
                ours.checksum(),
                isEqual(),
                Duration.between(both.start(), both.end()).toMillis());
    }

    /// Where the columns are not the same, every row is another one, and no key tells anything.
    Difference difference(RowFinder finder) {
        if (!pair.isAlike()) {
            return difference("its rows differ as its columns or its key do", List.of());
        }
        var found = finder.find(pair);
        var what =
                ours.rows() == theirs.rows()
                        ? "rows differ, among %d of them".formatted(ours.rows())
                        : "%d rows on RDS, %d on Aurora".formatted(ours.rows(), theirs.rows());
        return difference(what + found.what(), found.keys());
    }

    private Difference difference(String what, List<String> keys) {
        var kind = ours.rows() == theirs.rows() ? Difference.Kind.CONTENT : Difference.Kind.COUNT;
        return new Difference(pair.name(), kind, what, keys);
    }
}
