package dev.daybreak.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table whose rows can be looked up by their key, in either database.
///
/// @param name as SQL names it
/// @param key quoted columns of its primary key or of another unique index
/// @param types of these columns
/// @param pages of its heap on Aurora
record SampledTable(String name, List<String> key, List<String> types, long pages) {
    /// Rows from anywhere, and as many of the highest keys: what was written last.
    private static final int ROWS_MAX = 400;

    /// So many pages hold the rows from anywhere; a table no larger is read as a whole.
    private static final int PAGES = 20;

    /// Tables that flow back, by the publication, with a key whose columns are no arrays: those
    /// cannot be handed over in an array.
    static final String TABLES =
            """
            SELECT format('%%I.%%I', n.nspname, c.relname),
                   coalesce(k.names, '{}'), coalesce(k.types, '{}'),
                   pg_relation_size(c.oid) / current_setting('block_size')::int
            FROM pg_publication_rel p JOIN pg_publication b ON b.oid = p.prpubid
            JOIN pg_class c ON c.oid = p.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN LATERAL (
              SELECT array_agg(quote_ident(a.attname) ORDER BY u.place) AS names,
                     array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY u.place) AS types
              FROM pg_index x, unnest(x.indkey::int2[]) WITH ORDINALITY u(number, place),
                   pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
              WHERE x.indexrelid = (
                  SELECT i.indexrelid FROM pg_index i
                  WHERE i.indrelid = c.oid AND i.indisunique AND i.indimmediate AND i.indisvalid
                    AND i.indpred IS NULL AND i.indexprs IS NULL
                    AND NOT EXISTS (
                      SELECT FROM unnest(i.indkey::int2[]) WITH ORDINALITY e(number, place)
                      JOIN pg_attribute f ON f.attrelid = c.oid AND f.attnum = e.number
                      WHERE e.place <= i.indnkeyatts AND NOT f.attnotnull)
                  ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid LIMIT 1)
                AND u.place <= x.indnkeyatts
                AND a.attrelid = c.oid AND a.attnum = u.number
              HAVING bool_and(t.typcategory <> 'A')) k ON true
            WHERE b.pubname = '%s'
            ORDER BY 1
            """
                    .formatted(PostgresStreams.NAME);

    SampledTable {
        key = List.copyOf(key);
        types = List.copyOf(types);
    }

    static SampledTable read(ResultSet row) throws SQLException {
        return new SampledTable(
                row.getString(1),
                Link.texts(row.getArray(2)),
                Link.texts(row.getArray(3)),
                row.getLong(4));
    }

    boolean hasKey() {
        return !key.isEmpty();
    }

    /// Keys as texts: some from anywhere and the highest ones.
    String keys(int seed) {
        var percent = pages <= PAGES ? 100 : 100.0 * PAGES / pages;
        var downwards =
                columns().stream()
                        .map(column -> column + " DESC")
                        .collect(Collectors.joining(", "));
        return """
        SELECT * FROM (
          SELECT ARRAY[%1$s] FROM ONLY %2$s t TABLESAMPLE SYSTEM (%3$s) REPEATABLE (%4$d)
          LIMIT %6$d) anywhere
        UNION
        SELECT * FROM (
          SELECT ARRAY[%1$s] FROM ONLY %2$s t ORDER BY %5$s LIMIT %6$d) highest
        """
                .formatted(texts(), name, percent, seed, downwards, ROWS_MAX);
    }

    /// Rows by their keys, one array of texts for each key column: which of the keys it is, a hash
    /// of the whole row, its version, and whether that is older than a transaction id.
    String rows() {
        var arrays =
                types.stream().map("?::text[]::%s[]"::formatted).collect(Collectors.joining(", "));
        var asked = IntStream.range(0, key.size()).mapToObj("k%d, "::formatted).toList();
        var same =
                IntStream.range(0, key.size())
                        .mapToObj(i -> "%s = k.k%d".formatted(columns().get(i), i))
                        .collect(Collectors.joining(" AND "));
        return """
        SELECT k.place::int - 1, %1$s, t.xmin::text, age(t.xmin) > age(?::xid)
        FROM unnest(%2$s) WITH ORDINALITY AS k(%3$splace) JOIN ONLY %4$s t ON %5$s
        """
                .formatted(RowHash.TEXT, arrays, String.join("", asked), name, same);
    }

    /// One array for each key column.
    List<String[]> columnsOf(List<List<String>> keys) {
        var arrays = new ArrayList<String[]>();
        for (int i = 0; i < key.size(); i++) {
            int column = i;
            arrays.add(keys.stream().map(one -> one.get(column)).toArray(String[]::new));
        }
        return arrays;
    }

    private List<String> columns() {
        return key.stream().map("t."::concat).toList();
    }

    private String texts() {
        return columns().stream()
                .map(column -> column + "::text")
                .collect(Collectors.joining(", "));
    }
}
