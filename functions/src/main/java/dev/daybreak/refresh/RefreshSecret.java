package dev.daybreak.refresh;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.workload.ExternalSecret;
import java.util.List;

/// Asks the External Secrets Operator to read the secret again, in every ExternalSecret that reads
/// it.
public final class RefreshSecret {
    private final Migration migration;
    private final ExternalSecrets externalSecrets;

    public RefreshSecret(Migration migration, ExternalSecrets externalSecrets) {
        this.migration = migration;
        this.externalSecrets = externalSecrets;
    }

    /// @param side where the secret points now
    public record Order(String run, Side side) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Asked; whether it happened is seen in the Kubernetes Secret only.
        record Asked(List<String> externalSecrets) implements Answer {
            public Asked {
                externalSecrets = List.copyOf(externalSecrets);
            }
        }
    }

    public Answer answer(Order order) {
        var names =
                externalSecrets.reading(migration.secret().id()).stream()
                        .map(ExternalSecret::name)
                        .toList();
        var value = "%s-%s".formatted(order.run(), order.side());
        names.forEach(name -> externalSecrets.refresh(name, value));
        return new Answer.Asked(names);
    }
}
