package dev.daybreak.workload;

import java.time.Duration;
import java.util.Optional;

/// A pod. One that is terminating is still there, and still writes.
///
/// @param phase `Pending`, `Running`, `Succeeded`, `Failed`, `Unknown`
/// @param trouble why a container waits or ended (`ImagePullBackOff`, `CrashLoopBackOff`, …)
/// @param tookToStart from its creation until it was Ready, in whole seconds as Kubernetes keeps it
public record Pod(
        String name,
        String phase,
        boolean ready,
        boolean terminating,
        Optional<String> address,
        Optional<String> trouble,
        Optional<Duration> tookToStart) {}
