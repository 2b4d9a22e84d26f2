package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.daybreak.workload.Scaler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// KEDA's ScaledObjects, paused by an annotation that leaves the replicas to us:
/// <https://keda.sh/docs/latest/concepts/scaling-deployments/#pausing-autoscaling>. A pause with a
/// number of replicas would not do: KEDA puts that number back whenever it looks, and so takes away
/// the pods that come up before autoscaling is restored.
final class KedaScaledObjects {
    static final String PAUSED = "autoscaling.keda.sh/paused";

    /// Taken off while we pause, because it would win.
    static final String PAUSED_REPLICAS = "autoscaling.keda.sh/paused-replicas";

    private final Namespace namespace;

    KedaScaledObjects(Namespace namespace) {
        this.namespace = namespace;
    }

    List<Scaler> over(String deployment) {
        return namespace.list(Kind.SCALED_OBJECT).stream()
                .flatMap(List::stream)
                .filter(
                        found ->
                                HorizontalAutoscalers.scales(
                                        found.at("/spec/scaleTargetRef"), deployment))
                .map(this::read)
                .toList();
    }

    void pause(Scaler scaler) {
        var change = JsonNodeFactory.instance.objectNode();
        BeforePause.changeAnnotations(change).put(PAUSED, "true").putNull(PAUSED_REPLICAS);
        BeforePause.write(change, scaler);
        namespace.patch(Kind.SCALED_OBJECT, scaler.name(), change);
    }

    void restore(Scaler scaler) {
        var change = JsonNodeFactory.instance.objectNode();
        var annotations = BeforePause.changeAnnotations(change);
        for (var name : List.of(PAUSED, PAUSED_REPLICAS)) {
            Optional.ofNullable(scaler.state().get(name))
                    .ifPresentOrElse(
                            was -> annotations.put(name, was), () -> annotations.putNull(name));
        }
        BeforePause.forget(change);
        namespace.patch(Kind.SCALED_OBJECT, scaler.name(), change);
    }

    private Scaler read(JsonNode found) {
        var state = BeforePause.read(found).orElseGet(() -> now(found));
        return new Scaler(
                Scaler.Kind.KEDA, namespace.name(), found.at("/metadata/name").asText(), state);
    }

    private static Map<String, String> now(JsonNode found) {
        var state = new HashMap<String, String>();
        for (var name : List.of(PAUSED, PAUSED_REPLICAS)) {
            Fields.text(BeforePause.annotations(found).path(name))
                    .ifPresent(was -> state.put(name, was));
        }
        return state;
    }
}
