package dev.daybreak.postgres;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tells in which columns rows differ that both sides have, by looking them up where they lie.
final class RowDetails {
    /// Rows that are told in full; the others by their key.
    private static final int ROWS_MAX = 3;

    private static final int VALUE_MAX = 40;

    private final ComparedTable table;
    private final Link rds;
    private final Link aurora;
    private final boolean showsValues;

    RowDetails(ComparedTable table, Link rds, Link aurora, boolean showsValues) {
        this.table = table;
        this.rds = rds;
        this.aurora = aurora;
        this.showsValues = showsValues;
    }

    FoundRows of(List<FoundRow> rows) {
        var told =
                rows.stream()
                        .filter(FoundRow::isOnBoth)
                        .limit(ROWS_MAX)
                        .map(row -> "; %s in %s".formatted(row.name(), columns(row)))
                        .collect(Collectors.joining());
        return new FoundRows(told, rows.stream().map(FoundRow::name).toList());
    }

    private String columns(FoundRow row) {
        var ours = texts(rds, row.ours().orElseThrow());
        var theirs = texts(aurora, row.theirs().orElseThrow());
        return IntStream.range(0, ours.size())
                .filter(i -> !ours.get(i).equals(theirs.get(i)))
                .mapToObj(i -> column(i, ours.get(i), theirs.get(i)))
                .collect(Collectors.joining(", "));
    }

    private String column(int i, String ours, String theirs) {
        var name = table.columns().get(i).name();
        return showsValues
                ? "%s (%s on RDS, %s on Aurora)".formatted(name, cut(ours), cut(theirs))
                : name;
    }

    private static String cut(String value) {
        return value.length() <= VALUE_MAX ? value : value.substring(0, VALUE_MAX) + "…";
    }

    /// Each value as SQL writes it, so that NULL and 'NULL' are two.
    private List<String> texts(Link link, String place) {
        var values =
                table.columns().stream()
                        .map(column -> "format('%%L', %s)".formatted(column.value()))
                        .collect(Collectors.joining(", "));
        return link.row(
                "Looking at a row of " + table.name(),
                "SELECT ARRAY[%s]::text[] %s WHERE t.ctid = %s"
                        .formatted(values, table.from(), Quoted.text(place)),
                row -> Link.texts(row.getArray(1)));
    }
}
