package dev.daybreak.ports;

import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import java.util.List;
import java.util.Optional;

/// Deployments and their pods in the application's namespace. Faults: `Throttled`, `Unavailable`,
/// `Denied`, `Unexpected`.
public interface Deployments {
    Optional<Deployment> find(String deployment);

    /// Sets the replicas through the scale subresource.
    void scale(String deployment, int replicas);

    /// Every pod that the selector finds and that has not ended, terminating ones included.
    List<Pod> pods(String selector);
}
