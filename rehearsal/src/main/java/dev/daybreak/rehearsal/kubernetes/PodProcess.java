package dev.daybreak.rehearsal.kubernetes;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What runs in a pod.
public interface PodProcess {
    /// Returns once it runs; a thrown exception is a crash, and it is started anew after a while.
    void start();

    /// The readiness probe.
    boolean isReady();

    /// SIGTERM: returns when it has ended. One that takes longer than the pod's grace is killed.
    void stop();

    /// SIGKILL: returns at once.
    void kill();

    /// The last lines that it wrote, oldest first.
    default List<Line> log() {
        return List.of();
    }

    /// @param at when it was written
    record Line(Instant at, String text) {}

    /// Makes the process of a pod.
    @FunctionalInterface
    interface Factory {
        /// @param address the pod's own, `127.0.1.n`
        /// @param environment read once, right before the start, as a kubelet does
        PodProcess create(String pod, String address, Map<String, String> environment);
    }
}
