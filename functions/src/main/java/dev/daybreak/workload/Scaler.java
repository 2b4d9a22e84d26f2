package dev.daybreak.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Something that sets a Deployment's replicas without being asked.
///
/// @param name of the ScaledObject, HorizontalPodAutoscaler or Application
/// @param namespace where it lives: Argo CD's applications have one of their own
/// @param state what [dev.daybreak.ports.Scalers#pause] will change, as it is now; `restore` takes
///   it back
public record Scaler(Kind kind, String namespace, String name, Map<String, String> state) {
    private static final String UNDONE_BY = "undoneBy";

    public Scaler {
        state = Map.copyOf(state);
    }

    /// Who would undo a pause at once, for example `ApplicationSet apps`: such a scaler cannot be
    /// paused.
    public Optional<String> undoneBy() {
        return Optional.ofNullable(state.get(UNDONE_BY));
    }

    /// The same scaler, whose pause somebody would undo.
    public Scaler undoneBy(String owner) {
        var more = new HashMap<>(state);
        more.put(UNDONE_BY, owner);
        return new Scaler(kind, namespace, name, more);
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
