package dev.daybreak.snapshot;

import dev.daybreak.migration.Limits;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Looks whether a snapshot is there yet.
public final class AwaitSnapshot {
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
        record Available(String arn, long seconds) implements Answer {}

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
        return switch (found.map(Snapshot::status).orElse("not visible yet")) {
            case "available" ->
                    new Answer.Available(found.orElseThrow().arn(), waited.toSeconds());
            case "not visible yet", "pending", "creating", "backing-up"
                            when waited.compareTo(limits.snapshot()) < 0 ->
                    new Answer.NotYet(found.map(Snapshot::percent).orElse(0));
            case String status ->
                    new Answer.Failed(
                            "Snapshot %s is %s after %d s (limit %d s)."
                                    .formatted(
                                            order.snapshot(),
                                            status,
                                            waited.toSeconds(),
                                            limits.snapshot().toSeconds()));
        };
    }
}
