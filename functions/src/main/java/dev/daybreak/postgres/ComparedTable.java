package dev.daybreak.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// A table as one side knows it.
///
/// @param name as SQL names it
/// @param key quoted columns that tell rows apart; empty where there are none
/// @param columns every column with its type, in order
/// @param pages of the heap; 0 where it can't be read in pieces
record ComparedTable(String name, long bytes, List<String> key, String columns, long pages) {
    ComparedTable {
        key = List.copyOf(key);
    }

    static ComparedTable read(ResultSet row) throws SQLException {
        return new ComparedTable(
                row.getString(1),
                row.getLong(2),
                Link.texts(row.getArray(3)),
                row.getString(4),
                row.getLong(5));
    }

    /// The whole row, hashed through its text: NULL, an empty text, 1.0 and 1.00 all look different
    /// in it. The other forms that come to mind are blind to something.
    static final String ROW_HASH = "hashtextextended((t.*)::text COLLATE \"C\", 0)";

    /// ONLY, because a child's rows are the child's.
    String from() {
        return " FROM ONLY " + name + " AS t ";
    }

    /// The key's text, or the row's hash where there is no key.
    String keyText() {
        var columns = key.stream().map(column -> "t." + column).toList();
        return switch (columns.size()) {
            case 0 -> ROW_HASH + "::text";
            case 1 -> columns.getFirst() + "::text";
            default -> "ROW(" + String.join(", ", columns) + ")::text";
        };
    }

    boolean isAlike(ComparedTable other) {
        return key.equals(other.key) && columns.equals(other.columns);
    }
}
