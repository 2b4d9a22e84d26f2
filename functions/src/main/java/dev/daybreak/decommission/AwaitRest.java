package dev.daybreak.decommission;

import dev.daybreak.migration.Migration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Counts the days that the instance is stopped before its last snapshot.
public final class AwaitRest {
    private final Migration migration;
    private final InstantSource clock;

    public AwaitRest(Migration migration, InstantSource clock) {
        this.migration = migration;
        this.clock = clock;
    }

    /// @param since when its rest began
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The days are over.
        record Rested(long days) implements Answer {}

        /// They are not.
        record NotYet(long hoursLeft) implements Answer {}
    }

    public Answer answer(Order order) {
        var rested = Duration.between(order.since(), clock.instant());
        var rest = Duration.ofDays(migration.decommission().stoppedDays());
        return rested.compareTo(rest) >= 0
                ? new Answer.Rested(rested.toDays())
                : new Answer.NotYet(rest.minus(rested).toHours());
    }
}
