package dev.daybreak.postgres;

import dev.daybreak.proof.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/// A table as one side knows it.
///
/// @param name as SQL names it
/// @param key quoted columns that tell rows apart; empty where there are none
/// @param columns in order
/// @param pages of the heap; 0 where it can't be read in pieces
record ComparedTable(String name, long bytes, List<String> key, List<Column> columns, long pages) {
    ComparedTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    static ComparedTable read(ResultSet row) throws SQLException {
        return new ComparedTable(
                row.getString(1),
                row.getLong(2),
                Link.texts(row.getArray(3)),
                Column.read(row.getArray(4), row.getArray(5), row.getArray(6), row.getArray(7)),
                row.getLong(8));
    }

    /// ONLY, because a child's rows are the child's.
    String from() {
        return " FROM ONLY " + name + " AS t ";
    }

    /// The key's text, or the row's hash where there is no key.
    String keyText() {
        var columns = key.stream().map(column -> "t." + column).toList();
        return switch (columns.size()) {
            case 0 -> RowHash.TEXT + "::text";
            case 1 -> columns.getFirst() + "::text";
            default -> "ROW(" + String.join(", ", columns) + ")::text";
        };
    }

    boolean isAlike(ComparedTable other) {
        return key.equals(other.key)
                && columns.size() == other.columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i -> columns.get(i).isAlike(other.columns.get(i)));
    }

    /// The same expression for both sides, or their sums would mean nothing beside each other.
    String hash(ComparedTable other, Method method) {
        if (!isAlike(other)) {
            return RowHash.of(List.of(), method == Method.CHAIN ? Method.TEXT : method);
        }
        var both =
                IntStream.range(0, columns.size())
                        .mapToObj(i -> columns.get(i).with(other.columns.get(i)))
                        .toList();
        return RowHash.of(both, method);
    }
}
