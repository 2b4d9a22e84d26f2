package dev.daybreak.pods;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Deployments;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Looks whether the last pod is gone: one that is terminating still writes.
public final class AwaitNoPods {
    private final Migration migration;
    private final Deployments deployments;
    private final InstantSource clock;

    public AwaitNoPods(Migration migration, Deployments deployments, InstantSource clock) {
        this.migration = migration;
        this.deployments = deployments;
        this.clock = clock;
    }

    /// @param since when the wait began
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// No pod is left.
        record Gone() implements Answer {}

        /// Look again later.
        record NotYet(int pods) implements Answer {}

        /// They do not go, or something raised the replicas again.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var workloads = migration.kubernetes().deployments();
        for (var workload : workloads) {
            var found = deployments.find(workload.name());
            if (found.isPresent() && found.get().replicas() > 0) {
                return new Answer.Failed(
                        "Something raised Deployment %s to %d replicas again: find out who (an operator, GitOps, an autoscaler) and pause it."
                                .formatted(workload.name(), found.get().replicas()));
            }
        }
        var pods =
                workloads.stream()
                        .flatMap(workload -> deployments.pods(workload.selector()).stream())
                        .toList();
        return decide(pods, Duration.between(order.since(), clock.instant()));
    }

    private Answer decide(List<Pod> pods, Duration waited) {
        var limit = migration.limits().podsGone();
        if (pods.isEmpty()) {
            return new Answer.Gone();
        }
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(pods.size())
                : new Answer.Failed(
                        "%d pods are still there after %d s (limit %d s), %s among them."
                                .formatted(
                                        pods.size(),
                                        waited.toSeconds(),
                                        limit.toSeconds(),
                                        pods.getFirst().name()));
    }
}
