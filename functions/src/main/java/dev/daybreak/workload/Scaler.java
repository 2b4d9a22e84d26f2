package dev.daybreak.workload;

import java.util.Map;

/// Something that sets a Deployment's replicas without being asked.
///
/// @param name of the ScaledObject, HorizontalPodAutoscaler or Application
/// @param namespace where it lives: Argo CD's applications have one of their own
/// @param state what [dev.daybreak.ports.Scalers#pause] will change, as it is now; `restore` takes
///   it back
public record Scaler(Kind kind, String namespace, String name, Map<String, String> state) {
    public Scaler {
        state = Map.copyOf(state);
    }

    /// The kinds that Daybreak knows.
    public enum Kind {
        /// Paused by the annotation `autoscaling.keda.sh/paused`.
        KEDA,
        /// Leaves a Deployment with 0 replicas alone: nothing to pause.
        HPA,
        /// Paused by `spec.syncPolicy.automated.enabled: false`.
        ARGO_CD
    }
}
