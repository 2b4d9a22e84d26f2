package dev.daybreak.postgres;

import dev.daybreak.proof.Method;
import java.util.List;
import java.util.stream.Collectors;

/// A row as 64 bits, in SQL. Two rows that differ in any value, by as little as a blank, a scale or
/// a NULL, have different hashes, up to chance.
final class RowHash {
    private RowHash() {}

    /// The whole row, through its text: NULL, an empty text, 1.0 and 1.00 all look different in it.
    static final String TEXT = "hashtextextended((t.*)::text COLLATE \"C\", 0)";

    private static final String DIGEST = "('x' || md5((t.*)::text))::bit(64)::int8";

    /// @param columns as they are on both sides
    static String of(List<Column> columns, Method method) {
        return switch (method) {
            case CHAIN -> chain(columns);
            case TEXT -> TEXT;
            case DIGEST -> DIGEST;
        };
    }

    /// A chain is NULL where it cannot tell, and a sum forgets NULLs: such a row goes by its text.
    /// That costs nothing where it is not needed, unlike `t.*`.
    private static String chain(List<Column> columns) {
        var row = columns.stream().map(Column::value).collect(Collectors.joining(", "));
        return "coalesce(%s, hashtextextended(ROW(%s)::text COLLATE \"C\", 0))"
                .formatted(Chain.of(columns), row);
    }
}
