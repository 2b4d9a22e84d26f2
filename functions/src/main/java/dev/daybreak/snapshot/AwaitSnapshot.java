package dev.daybreak.snapshot;

import dev.daybreak.migration.Limits;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Looks whether a snapshot is there yet.
public final class AwaitSnapshot {
    /// A snapshot may stay invisible for seconds after it was ordered.
    private static final Set<String> UNDER_WAY =
            Set.of("not visible", "pending", "creating", "backing-up");

    private final Snapshots snapshots;
    private final InstantSource clock;
    private final Limits limits;

    public AwaitSnapshot(Snapshots snapshots, InstantSource clock, Limits limits) {
        this.snapshots = snapshots;
        this.clock = clock;
        this.limits = limits;
    }

    /// @param since when the wait began
    public record Order(String snapshot, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It can be restored from.
        record Available(String arn, long milliseconds) implements Answer {}

        /// Look again later.
        record NotYet(int percent) implements Answer {}

        /// It will not be there.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        return decide(snapshots.find(order.snapshot()), order, clock.instant());
    }

    private Answer decide(Optional<Snapshot> found, Order order, Instant now) {
        var waited = Duration.between(order.since(), now);
        var status = found.map(Snapshot::status).orElse("not visible");
        if (status.equals("available")) {
            return new Answer.Available(found.orElseThrow().arn(), waited.toMillis());
        }
        if (UNDER_WAY.contains(status) && waited.compareTo(limits.snapshot()) < 0) {
            return new Answer.NotYet(found.map(Snapshot::percent).orElse(0));
        }
        return new Answer.Failed(
                "Snapshot %s is %s after %d s (limit %d s)."
                        .formatted(
                                order.snapshot(),
                                status,
                                waited.toSeconds(),
                                limits.snapshot().toSeconds()));
    }
}
