package dev.daybreak.rehearsal.kubernetes;

import java.time.Duration;

/// How long the cluster takes for things.
///
/// @param controllers from a change until a controller has seen it
/// @param podStart from a pod's creation until its process is started (scheduling, image, sandbox)
/// @param podStop how long a terminating pod runs on before it gets SIGTERM
/// @param probe between two readiness probes
/// @param crash until a crashed process is started again
/// @param sync from the moment that the External Secrets Operator notices until it has written
/// @param scalers between two looks of KEDA, Argo CD and the HorizontalPodAutoscaler
public record Pace(
        Duration controllers,
        Duration podStart,
        Duration podStop,
        Duration probe,
        Duration crash,
        Duration sync,
        Duration scalers) {
    /// Brisk, but never at once.
    public static final Pace DEFAULT =
            new Pace(
                    Duration.ofMillis(40),
                    Duration.ofMillis(300),
                    Duration.ofMillis(200),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(200),
                    Duration.ofMillis(100));
}
