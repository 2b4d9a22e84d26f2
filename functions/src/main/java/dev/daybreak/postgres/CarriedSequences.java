package dev.daybreak.postgres;

import java.util.ArrayList;
import java.util.List;

/// Logical replication carries no sequences: they are set by hand, once nobody draws from them.
final class CarriedSequences {
    private static final String POSITIONS =
            """
            SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences
            WHERE last_value IS NOT NULL ORDER BY 1
            """;

    private static final String SET =
            """
            SELECT setval(there.name::regclass, there.value)
            FROM unnest(?::text[], ?::text[]::bigint[]) AS there(name, value)
            LEFT JOIN pg_sequences here
              ON format('%I.%I', here.schemaname, here.sequencename) = there.name
            WHERE here.last_value IS DISTINCT FROM there.value
            """;

    private record Position(String name, long value) {}

    private final Link from;
    private final Link to;

    CarriedSequences(Link from, Link to) {
        this.from = from;
        this.to = to;
    }

    int carry() {
        var positions =
                from.rows(
                        "Reading the sequences",
                        POSITIONS,
                        row -> new Position(row.getString(1), row.getLong(2)));
        return to.rows(
                        "Setting the sequences",
                        SET,
                        row -> row.getLong(1),
                        (Object) texts(positions.stream().map(Position::name).toList()),
                        (Object)
                                texts(
                                        positions.stream()
                                                .map(one -> Long.toString(one.value()))
                                                .toList()))
                .size();
    }

    private static String[] texts(List<String> texts) {
        return new ArrayList<>(texts).toArray(String[]::new);
    }
}
