package dev.daybreak.pods;

import dev.daybreak.ports.Deployments;
import java.util.Map;
import java.util.TreeMap;

/// Gives each Deployment the replicas that it had.
public final class Resume {
    private final Deployments deployments;

    public Resume(Deployments deployments) {
        this.deployments = deployments;
    }

    /// @param replicas as they were remembered
    public record Order(Map<String, Integer> replicas) {
        public Order {
            replicas = Map.copyOf(replicas);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Its pods are told to start.
        record ScaledUp() implements Answer {}
    }

    public Answer answer(Order order) {
        new TreeMap<>(order.replicas()).forEach(deployments::scale);
        return new Answer.ScaledUp();
    }
}
