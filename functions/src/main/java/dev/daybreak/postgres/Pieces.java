package dev.daybreak.postgres;

import dev.daybreak.proof.Reach;
import dev.daybreak.proof.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One side's tables, cut into pieces one after the other, so that all that is kept of them is a
/// place. Several workers take from it.
final class Pieces {
    private final List<ComparedTable> tables;
    private final List<String> hashes;
    private int table;
    private long page;

    /// @param hashes of a row, as SQL, one for each table
    Pieces(List<ComparedTable> tables, List<String> hashes, Reach from) {
        this.tables = List.copyOf(tables);
        this.hashes = List.copyOf(hashes);
        this.table = from.table();
        this.page = from.page();
    }

    synchronized Optional<Piece> next() {
        if (isEmpty()) {
            return Optional.empty();
        }
        var piece = Piece.of(tables.get(table), hashes.get(table), page);
        if (piece.isLast()) {
            table++;
            page = 0;
        } else {
            page = piece.end();
        }
        return Optional.of(piece);
    }

    synchronized boolean isEmpty() {
        return table == tables.size();
    }

    synchronized Reach reach(Map<String, Tally> tallies) {
        return new Reach(table, page, tallies);
    }
}
