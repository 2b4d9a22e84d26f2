package dev.daybreak.postgres;

import java.util.List;
import java.util.Set;

/// How a column's value enters a [Chain]. Hash functions know a type's equality, which is not
/// enough here: to them -0 is 0, `numeric` 1.5 is 1.50 and even -1.5, `int8` 1 is 4294967296.
sealed interface ChainStep {
    /// An expression of 64 bits.
    record Int64(String value) implements ChainStep {}

    /// An expression of 32 bits.
    record Int32(String value) implements ChainStep {}

    /// A function of a value and a seed.
    record Call(String function, String value) implements ChainStep {
        String with(String seed) {
            return "%s(%s, %s)".formatted(function, value, seed);
        }
    }

    /// Forms of which NULL becomes something that no value becomes.
    Set<String> TELLING_NULL =
            Set.of(
                    "bool",
                    "int2",
                    "date",
                    "time",
                    "timestamp",
                    "timestamptz",
                    "numeric",
                    "json",
                    "jsonb",
                    "bytea",
                    "array");

    static List<ChainStep> of(Column column) {
        return switch (column.form()) {
            case "bool" -> List.of(new Int32(with(column, BOOL)));
            case "int2" -> List.of(new Int32(known(column, "?::int4", "65536")));
            case "int4" -> List.of(new Int32(known(column, "?::int4", "0")));
            case "int8", "oid" -> List.of(new Int64(known(column, "?::int8", "0")));
            case "date" -> List.of(new Int32(with(column, DATE)));
            case "bpchar" -> blanks(column);
            case "float4", "float8" ->
                    floats(with(column, column.isNullable() ? FLOAT + NULL_FLOAT : FLOAT + "END"));
            case "time" -> floats(known(column, "date_part('epoch', ?)", "'NaN'"));
            case "timestamp", "timestamptz" ->
                    floats(with(column, TIMESTAMP.replace("TYPE", column.form())));
            case "uuid" ->
                    List.of(new Call("uuid_hash_extended", known(column, "?::uuid", NO_UUID)));
            default -> List.of(text(column, column.text()));
        };
    }

    String NO_UUID = "uuid '00000000-0000-0000-0000-000000000000'";

    String BOOL = "CASE WHEN ? THEN 1 WHEN NOT ? THEN 0 ELSE 2 END";

    /// An infinite date is no number of days: NULL.
    String DATE =
            "CASE WHEN isfinite(?) THEN ? - date '2000-01-01' WHEN ? IS NULL THEN 2147483647 END";

    /// Between these years seconds tell each microsecond in the 53 bits of a double: else NULL.
    String TIMESTAMP =
            "CASE WHEN ? BETWEEN TYPE '1700-01-01 00:00:00' AND TYPE '2240-01-01 00:00:00'"
                    + " THEN date_part('epoch', ?) WHEN ? IS NULL THEN 'NaN' END";

    /// -0 has another angle than 0: NULL.
    String FLOAT = "CASE WHEN ? <> 0 OR atan2(?, -1) > 0 THEN ?::float8 ";

    String NULL_FLOAT = "WHEN ? IS NULL THEN 0 END";

    private static List<ChainStep> floats(String value) {
        return List.of(new Call("hashfloat8extended", value));
    }

    /// Blanks at the end are lost in the text; the length counts them.
    private static List<ChainStep> blanks(Column column) {
        return List.of(
                new Int32(known(column, "octet_length(?)", "0")),
                text(column, with(column, "?::text")));
    }

    private static ChainStep text(Column column, String text) {
        var known = column.isNullable() ? "coalesce(" + text + ", '')" : text;
        return new Call("hashtextextended", known + " COLLATE \"C\"");
    }

    /// The value in a template, or something else for NULL where NULL may be.
    private static String known(Column column, String template, String otherwise) {
        var value = with(column, template);
        return column.isNullable() ? "coalesce(%s, %s)".formatted(value, otherwise) : value;
    }

    private static String with(Column column, String template) {
        return template.replace("?", column.value());
    }
}
