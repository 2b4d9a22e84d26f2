package dev.daybreak.postgres;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A part of a table that one connection reads in one pass.
///
/// @param hash of a row, as SQL
/// @param where which of its rows, as SQL; empty for all of them
record Piece(ComparedTable table, String hash, String where) {
    /// 128 MiB: small enough to share out, large enough that the start of a query does not count.
    private static final long PAGES = 16_384;

    static Stream<Piece> of(ComparedTable table, String hash, boolean isShared) {
        if (!isShared || table.pages() <= PAGES) {
            return Stream.of(new Piece(table, hash, ""));
        }
        var last = table.pages() / PAGES;
        return LongStream.rangeClosed(0, last)
                .mapToObj(i -> new Piece(table, hash, range(i * PAGES, i == last)));
    }

    /// The last piece has no end: a table may have grown since its pages were counted.
    private static String range(long from, boolean isLast) {
        var start = "WHERE t.ctid >= '(%d,0)'".formatted(from);
        return isLast ? start : start + " AND t.ctid < '(%d,0)'".formatted(from + PAGES);
    }

    Tally tally(Link link, InstantSource clock) {
        var start = clock.instant();
        return link.row(
                "Comparing " + table.name(),
                "SELECT count(*), coalesce(sum(" + hash + "), 0)" + from(),
                row ->
                        new Tally(
                                row.getLong(1),
                                row.getObject(2, BigDecimal.class).toBigIntegerExact(),
                                start,
                                clock.instant()));
    }

    private String from() {
        return table.from() + where;
    }
}
