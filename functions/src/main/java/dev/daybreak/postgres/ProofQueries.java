package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.proof.Method;
import java.util.Map;
import java.util.stream.Collectors;

/// What a comparison asks about each table, for whoever measures it.
public final class ProofQueries {
    private ProofQueries() {}

    /// By table; a condition on rows of `t` may be added to each.
    public static Map<String, String> of(
            Connector connector, Address address, Credentials login, Method method) {
        try (var side = ComparedSide.open(connector, address, login, 0)) {
            return side.tables().values().stream()
                    .collect(
                            Collectors.toMap(
                                    ComparedTable::name,
                                    table ->
                                            "SELECT count(*), sum(%s)%s"
                                                    .formatted(
                                                            RowHash.of(table.columns(), method),
                                                            table.from())));
        }
    }
}
