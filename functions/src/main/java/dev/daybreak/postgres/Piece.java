package dev.daybreak.postgres;

import dev.daybreak.proof.Tally;
import java.math.BigDecimal;
import java.time.InstantSource;

/// A part of a table that one connection reads in one pass. Pages are not the same on both sides;
/// the sum over all of a side's pieces is.
///
/// @param hash of a row, as SQL
/// @param from its first page
/// @param end the page behind its last one
/// @param isLast whether it goes on to the table's end, wherever that is by now
record Piece(ComparedTable table, String hash, long from, long end, boolean isLast) {
    /// Small enough to share out and to end soon, large enough that the start of a query does not
    /// count. What is stored outside of the rows counts, too.
    static final long BYTES = 128 << 20;

    /// The piece of a table that begins at a page.
    static Piece of(ComparedTable table, String hash, long from) {
        var pages = Math.max(1, BYTES / Math.max(1, table.bytes() / Math.max(1, table.pages())));
        var end = from + pages;
        return new Piece(table, hash, from, end, end >= table.pages());
    }

    static Piece whole(ComparedTable table, String hash) {
        return new Piece(table, hash, 0, table.pages(), true);
    }

    Tally tally(Link link, InstantSource clock) {
        var start = clock.instant();
        return link.row(
                "Comparing " + table.name(),
                "SELECT count(*), coalesce(sum(" + hash + "), 0)" + fromClause(),
                row ->
                        new Tally(
                                row.getLong(1),
                                row.getObject(2, BigDecimal.class).toBigIntegerExact(),
                                start,
                                clock.instant()));
    }

    /// The table with the piece's condition.
    String fromClause() {
        if (from == 0 && isLast) {
            return table.from();
        }
        var start = table.from() + "WHERE t.ctid >= '(%d,0)'".formatted(from);
        return isLast ? start : start + " AND t.ctid < '(%d,0)'".formatted(end);
    }
}
