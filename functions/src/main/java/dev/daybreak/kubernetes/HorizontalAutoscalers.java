package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;

/// HorizontalPodAutoscalers: they leave a Deployment with 0 replicas alone, and go on by themselves
/// once it has some again.
final class HorizontalAutoscalers {
    private final Namespace namespace;

    HorizontalAutoscalers(Namespace namespace) {
        this.namespace = namespace;
    }

    List<Scaler> over(String deployment) {
        return namespace.list(Kind.HORIZONTAL_POD_AUTOSCALER).stream()
                .flatMap(List::stream)
                .filter(found -> scales(found.at("/spec/scaleTargetRef"), deployment))
                .map(found -> found.at("/metadata/name").asText())
                .map(name -> new Scaler(Scaler.Kind.HPA, namespace.name(), name, Map.of()))
                .toList();
    }

    /// KEDA and the HPA name their target alike; KEDA's `kind` is a Deployment where it says
    /// nothing.
    static boolean scales(JsonNode target, String deployment) {
        return target.path("kind").asText(Kind.DEPLOYMENT.title()).equals(Kind.DEPLOYMENT.title())
                && target.path("name").asText().equals(deployment);
    }
}
