package dev.daybreak.proof;

/// What one database holds, small enough for a note and exact enough to tell a changed byte.
///
/// @param schema digest of every object's definition, hexadecimal
/// @param tables how many there are
/// @param rows exact, of all tables together
/// @param data digest of each table's name, exact count and checksum over whole rows, hexadecimal
public record Holding(String schema, int tables, long rows, String data) {
    /// What another one has that is not the same, for people; blank where nothing is.
    public String unlike(Holding other) {
        if (equals(other)) {
            return "";
        }
        if (tables != other.tables || rows != other.rows) {
            return "%d tables with %d rows against %d tables with %d rows"
                    .formatted(tables, rows, other.tables, other.rows);
        }
        return data.equals(other.data)
                ? "the schema is another one"
                : "%d rows each, but their contents differ".formatted(rows);
    }
}
