package dev.daybreak.postgres;

import dev.daybreak.proof.Difference;
import dev.daybreak.proof.TableProof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A table that both sides have, and what was counted on each.
///
/// @param hash of a row, as SQL
record TablePair(ComparedTable rds, ComparedTable aurora, String hash, Tally ours, Tally theirs) {
    boolean isEqual() {
        return ours.isSame(theirs);
    }

    long bytes() {
        return rds.bytes() + aurora.bytes();
    }

    TableProof proof() {
        var both = ours.plus(theirs);
        return new TableProof(
                rds.name(),
                ours.rows(),
                ours.checksum(),
                isEqual(),
                Duration.between(both.start(), both.end()).toMillis());
    }

    /// Where the columns are not the same, every row is another one, and no key tells anything.
    Optional<Difference> difference(Link onRds, Link onAurora) {
        if (isEqual()) {
            return Optional.empty();
        }
        if (!rds.isAlike(aurora)) {
            return Optional.of(
                    difference("its rows differ as its columns or its key do", List.of()));
        }
        var keys = new RowSearch(rds, hash, onRds, onAurora).keys();
        var what =
                ours.rows() == theirs.rows()
                        ? "rows differ, among %d of them".formatted(ours.rows())
                        : "%d rows on RDS, %d on Aurora".formatted(ours.rows(), theirs.rows());
        return Optional.of(difference(what, keys));
    }

    private Difference difference(String what, List<String> keys) {
        var kind = ours.rows() == theirs.rows() ? Difference.Kind.CONTENT : Difference.Kind.COUNT;
        return new Difference(rds.name(), kind, what, keys);
    }
}
