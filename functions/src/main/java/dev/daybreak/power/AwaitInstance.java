package dev.daybreak.power;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Waits until an instance has got where it was ordered to go.
public final class AwaitInstance {
    /// From these it comes back by a person's hand only
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html>).
    private static final Set<String> DEAD_ENDS =
            Set.of(
                    "failed",
                    "restore-error",
                    "incompatible-restore",
                    "incompatible-network",
                    "incompatible-parameters",
                    "inaccessible-encryption-credentials");

    private final Migration migration;
    private final Instances instances;
    private final InstantSource clock;

    public AwaitInstance(Migration migration, Instances instances, InstantSource clock) {
        this.migration = migration;
        this.instances = instances;
        this.clock = clock;
    }

    /// Where it should get to.
    public enum Goal {
        AVAILABLE,
        STOPPED,
        GONE
    }

    /// @param instance its identifier
    /// @param since when the wait began
    public record Order(String instance, Goal goal, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is there.
        record Reached(long milliseconds) implements Answer {}

        /// Look again later.
        record NotYet(String status) implements Answer {}

        /// It does not get there.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var status = instances.find(order.instance()).map(DatabaseInstance::status);
        var waited = Duration.between(order.since(), clock.instant());
        var word = status.orElse("gone");
        if (word.equals(order.goal().name().toLowerCase(Locale.ROOT))) {
            return new Answer.Reached(waited.toMillis());
        }
        var limit = migration.limits().aurora();
        return mayComeYet(status) && waited.compareTo(limit) < 0
                ? new Answer.NotYet(word)
                : new Answer.Failed(
                        "Instance %s is %s instead of %s after %d s (limit %d s)."
                                .formatted(
                                        order.instance(),
                                        word,
                                        order.goal().name().toLowerCase(Locale.ROOT),
                                        waited.toSeconds(),
                                        limit.toSeconds()));
    }

    /// One that was just ordered may not be seen yet.
    private static boolean mayComeYet(Optional<String> status) {
        return status.filter(DEAD_ENDS::contains).isEmpty();
    }
}
