package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// KEDA's ScaledObjects, paused by an annotation:
/// <https://keda.sh/docs/latest/concepts/scaling-deployments/#pausing-autoscaling>.
final class KedaScaledObjects {
    static final String PAUSED = "autoscaling.keda.sh/paused-replicas";

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
        BeforePause.changeAnnotations(change).put(PAUSED, "0");
        BeforePause.write(change, scaler);
        namespace.patch(Kind.SCALED_OBJECT, scaler.name(), change);
    }

    void restore(Scaler scaler) {
        var change = JsonNodeFactory.instance.objectNode();
        var annotations = BeforePause.changeAnnotations(change);
        Optional.ofNullable(scaler.state().get(PAUSED))
                .ifPresentOrElse(
                        was -> annotations.put(PAUSED, was), () -> annotations.putNull(PAUSED));
        BeforePause.forget(change);
        namespace.patch(Kind.SCALED_OBJECT, scaler.name(), change);
    }

    private Scaler read(JsonNode found) {
        var state = BeforePause.read(found).orElseGet(() -> now(found));
        return new Scaler(
                Scaler.Kind.KEDA, namespace.name(), found.at("/metadata/name").asText(), state);
    }

    private static Map<String, String> now(JsonNode found) {
        var paused = BeforePause.annotations(found).path(PAUSED);
        return paused.isTextual() ? Map.of(PAUSED, paused.asText()) : Map.of();
    }
}
