package dev.daybreak.refresh;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.workload.ExternalSecret;
import java.time.Instant;
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
    /// @param asked when this step was entered: the same for each try of it, and another one for a
    ///   return that begins again, which the operator must not take for what it did already
    public record Order(String run, Side side, Instant asked) {}

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
        var value = "%s-%s-%d".formatted(order.run(), order.side(), order.asked().toEpochMilli());
        names.forEach(name -> externalSecrets.refresh(name, value));
        return new Answer.Asked(names);
    }
}
