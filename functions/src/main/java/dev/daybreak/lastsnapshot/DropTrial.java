package dev.daybreak.lastsnapshot;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Removes the throw-away instance, with its backups.
public final class DropTrial {
    /// One that is still being made cannot be deleted yet.
    private static final Set<String> DELETABLE =
            Set.of("available", "failed", "restore-error", "incompatible-restore", "stopped");

    private final Migration migration;
    private final Instances instances;
    private final InstanceLife life;
    private final InstantSource clock;

    public DropTrial(
            Migration migration, Instances instances, InstanceLife life, InstantSource clock) {
        this.migration = migration;
        this.instances = instances;
        this.life = life;
        this.clock = clock;
    }

    /// @param trial the throw-away instance's identifier
    /// @param since when the removal began
    public record Order(String trial, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It costs nothing any more.
        record Gone() implements Answer {}

        /// Look again later.
        record NotYet(String status) implements Answer {}

        /// It will not go.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        if (order.trial().equals(migration.source().instance())
                || !order.trial().endsWith("-check")) {
            throw new Unexpected("Instance %s is no throw-away.".formatted(order.trial()));
        }
        var found = instances.find(order.trial());
        if (found.isEmpty()) {
            return new Answer.Gone();
        }
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().removal();
        if (waited.compareTo(limit) >= 0) {
            return new Answer.Failed(
                    "Throw-away instance %s is %s after %d s (limit %d s). Delete it (it costs money): aws rds delete-db-instance --region %s --db-instance-identifier %s --skip-final-snapshot"
                            .formatted(
                                    order.trial(),
                                    found.get().status(),
                                    waited.toSeconds(),
                                    limit.toSeconds(),
                                    migration.region(),
                                    order.trial()));
        }
        return new Answer.NotYet(removed(found.get()));
    }

    private String removed(DatabaseInstance trial) {
        if (DELETABLE.contains(trial.status())) {
            life.delete(trial.id(), false);
        }
        return trial.status();
    }
}
