package dev.daybreak.workload;

import java.time.Duration;

/// A Kubernetes Deployment.
///
/// @param replicas `spec.replicas`
/// @param grace the pods' `terminationGracePeriodSeconds`
public record Deployment(
        String name,
        int replicas,
        int updatedReplicas,
        int availableReplicas,
        int allReplicas,
        long generation,
        long observedGeneration,
        Duration grace) {
    /// The controller has seen the latest spec, and every pod of it is there and available.
    public boolean isReady() {
        return observedGeneration >= generation
                && updatedReplicas == replicas
                && availableReplicas == replicas
                && allReplicas == replicas;
    }
}
