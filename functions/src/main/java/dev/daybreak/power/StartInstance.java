package dev.daybreak.power;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Instances;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Starts the old instance, unless it runs or starts already.
public final class StartInstance {
    private final Migration migration;
    private final Instances instances;
    private final InstanceLife life;
    private final InstantSource clock;

    public StartInstance(
            Migration migration, Instances instances, InstanceLife life, InstantSource clock) {
        this.migration = migration;
        this.instances = instances;
        this.life = life;
        this.clock = clock;
    }

    /// @param since when somebody first tried
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It runs, or is about to.
        record Ordered(String status) implements Answer {}

        /// It is still stopping.
        record NotYet(String status) implements Answer {}

        /// It cannot be started.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.source().instance();
        var found = instances.find(id);
        if (found.isEmpty()) {
            return new Answer.Failed("There is no DB instance %s.".formatted(id));
        }
        var status = found.get().status();
        return switch (status) {
            case "stopped" -> {
                life.start(id);
                yield new Answer.Ordered("starting");
            }
            case "stopping" -> later(order, status);
            default -> new Answer.Ordered(status);
        };
    }

    private Answer later(Order order, String status) {
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().aurora();
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(status)
                : new Answer.Failed(
                        "Instance %s is still %s after %d s (limit %d s)."
                                .formatted(
                                        migration.source().instance(),
                                        status,
                                        waited.toSeconds(),
                                        limit.toSeconds()));
    }
}
