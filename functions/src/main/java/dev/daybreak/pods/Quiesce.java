package dev.daybreak.pods;

import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.Workload;
import dev.daybreak.ports.Deployments;

/// Scales the application to zero.
public final class Quiesce {
    private final Migration migration;
    private final Deployments deployments;

    public Quiesce(Migration migration, Deployments deployments) {
        this.migration = migration;
        this.deployments = deployments;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Its pods are told to end; they still write until they are gone.
        record ScaledToZero() implements Answer {}
    }

    public Answer answer(Order order) {
        for (Workload workload : migration.kubernetes().deployments()) {
            deployments.scale(workload.name(), 0);
        }
        return new Answer.ScaledToZero();
    }
}
