package dev.daybreak.pods;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Deployments;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Looks whether every pod is up and ready.
public final class AwaitReady {
    private final Migration migration;
    private final Deployments deployments;
    private final InstantSource clock;

    public AwaitReady(Migration migration, Deployments deployments, InstantSource clock) {
        this.migration = migration;
        this.deployments = deployments;
        this.clock = clock;
    }

    /// @param since when the wait began
    public record Order(Map<String, Integer> replicas, Instant since) {
        public Order {
            replicas = Map.copyOf(replicas);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Every pod is ready.
        record Ready() implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}

        /// They do not get ready.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var waitingFor =
                new TreeMap<>(order.replicas())
                        .entrySet().stream()
                                .filter(one -> !isReady(one.getKey(), one.getValue()))
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(", "));
        if (waitingFor.isEmpty()) {
            return new Answer.Ready();
        }
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().podsReady();
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(waitingFor)
                : new Answer.Failed(
                        "Deployment %s is not ready after %d s (limit %d s). %s"
                                .formatted(
                                        waitingFor,
                                        waited.toSeconds(),
                                        limit.toSeconds(),
                                        trouble()));
    }

    private boolean isReady(String deployment, int replicas) {
        return deployments
                .find(deployment)
                .filter(Deployment::isReady)
                .filter(one -> one.replicas() >= replicas)
                .isPresent();
    }

    private String trouble() {
        return migration.kubernetes().deployments().stream()
                .flatMap(workload -> deployments.pods(workload.selector()).stream())
                .map(Pod::trouble)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
