package dev.daybreak.aurora;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Stacks;
import dev.daybreak.rds.Cluster;
import dev.daybreak.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Looks whether the Aurora stack is complete and its cluster takes connections.
public final class AwaitAurora {
    /// A stack may stay invisible for seconds after it was ordered.
    private static final Set<String> UNDER_WAY =
            Set.of("not visible", "REVIEW_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_COMPLETE");

    private final Migration migration;
    private final Stacks stacks;
    private final Clusters clusters;
    private final InstantSource clock;

    public AwaitAurora(Migration migration, Stacks stacks, Clusters clusters, InstantSource clock) {
        this.migration = migration;
        this.stacks = stacks;
        this.clusters = clusters;
        this.clock = clock;
    }

    /// @param since when the wait began
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It takes connections.
        record Available(String host, int port, long milliseconds) implements Answer {}

        /// Look again later.
        record NotYet(String status) implements Answer {}

        /// It will not be there.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var target = migration.target();
        var stack = stacks.find(target.stack());
        var cluster = clusters.find(target.cluster());
        return decide(stack, cluster, Duration.between(order.since(), clock.instant()));
    }

    private Answer decide(Optional<Stack> stack, Optional<Cluster> cluster, Duration waited) {
        var status = stack.map(Stack::status).orElse("not visible");
        if (status.equals("CREATE_COMPLETE") && cluster.filter(Cluster::isAvailable).isPresent()) {
            var there = cluster.get();
            return new Answer.Available(there.host(), there.port(), waited.toMillis());
        }
        var limit = migration.limits().aurora();
        if (UNDER_WAY.contains(status) && waited.compareTo(limit) < 0) {
            return new Answer.NotYet(status);
        }
        return new Answer.Failed(
                "Stack %s is %s and cluster %s is %s after %d s (limit %d s). %s"
                        .formatted(
                                migration.target().stack(),
                                status,
                                migration.target().cluster(),
                                cluster.map(Cluster::status).orElse("not there"),
                                waited.toSeconds(),
                                limit.toSeconds(),
                                stack.flatMap(Stack::reason).orElse(""))
                        .strip());
    }
}
