package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.stream.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Waits until RDS has the marker.
public final class AwaitMarker {
    private static final Duration STUCK_AFTER = Duration.ofSeconds(30);

    private final Migration migration;
    private final Streams streams;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public AwaitMarker(
            Migration migration,
            Streams streams,
            Places places,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.streams = streams;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param since when the wait began
    public record Order(String marker, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// RDS has it, and with it all that was ever written to Aurora.
        record Arrived(long milliseconds) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}

        /// It does not come.
        record Failed(String why) implements Answer {}
    }

    /// A worker that fails is started again every five seconds, and fails again.
    private static boolean isStuck(StreamState state, Duration waited) {
        return state.applyErrors() > 0 && !state.isActive() && waited.compareTo(STUCK_AFTER) > 0;
    }

    public Answer answer(Order order) {
        var rds = places.of(Side.RDS);
        var waited = Duration.between(order.since(), clock.instant());
        if (streams.hasArrived(rds, logins.daybreak(), order.marker())) {
            return new Answer.Arrived(waited.toMillis());
        }
        var state = streams.look(rds, places.of(Side.AURORA), logins.daybreak());
        var limit = migration.limits().catchUp();
        var behind =
                "RDS has not applied %d bytes of Aurora's changes yet.".formatted(state.lagBytes());
        if (!state.isWhole() || isStuck(state, waited)) {
            return new Answer.Failed("The reverse stream is broken: %s.".formatted(state.words()));
        }
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(behind)
                : new Answer.Failed(
                        "%s The stream: %s. Waited %d s (limit %d s)."
                                .formatted(
                                        behind,
                                        state.words(),
                                        waited.toSeconds(),
                                        limit.toSeconds()));
    }
}
