package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/// KEDA, Argo CD and the HorizontalPodAutoscaler: whoever else sets a Deployment's replicas. Each
/// acts on the objects that there are of it.
final class ReplicaRivals {
    static final String PAUSED = "autoscaling.keda.sh/paused";
    static final String PAUSED_REPLICAS = "autoscaling.keda.sh/paused-replicas";

    /// Stands for the manifest in git: Argo CD's answer to "how many replicas should there be?".
    static final String IN_GIT = "daybreak.dev/replicas-in-git";

    private final Objects objects;

    ReplicaRivals(Objects objects) {
        this.objects = objects;
    }

    void pass() {
        objects.all(Type.SCALED_OBJECT).forEach(this::keda);
        objects.all(Type.HORIZONTAL_POD_AUTOSCALER).forEach(this::horizontal);
        objects.all(Type.APPLICATION_SET).forEach(this::applicationSet);
        objects.all(Type.APPLICATION).forEach(this::argoCd);
    }

    private void keda(JsonNode scaler) {
        var annotations = scaler.at("/metadata/annotations");
        var paused = annotations.path(PAUSED_REPLICAS);
        var least = scaler.at("/spec/minReplicaCount").asInt();
        var name = scaler.at("/spec/scaleTargetRef/name").asText();
        if (paused.isTextual()) {
            set(scaler, name, Integer.parseInt(paused.asText()));
        } else if (!annotations.path(PAUSED).asText().equals("true")
                && replicas(scaler, name) < least) {
            set(scaler, name, least);
        }
    }

    private void horizontal(JsonNode scaler) {
        var name = scaler.at("/spec/scaleTargetRef/name").asText();
        var now = replicas(scaler, name);
        if (now > 0) {
            var most = scaler.at("/spec/maxReplicas").asInt();
            var least = scaler.at("/spec/minReplicas").asInt(1);
            set(scaler, name, Math.clamp(now, least, most));
        }
    }

    private void argoCd(JsonNode application) {
        var automated = application.at("/spec/syncPolicy/automated");
        if (automated.path("enabled").asBoolean(true) && automated.path("selfHeal").asBoolean()) {
            var replicas = application.at("/metadata/annotations").path(IN_GIT).asInt();
            deployments(application)
                    .forEach(
                            held ->
                                    objects.change(
                                            Type.DEPLOYMENT,
                                            held.path("namespace").asText(),
                                            held.path("name").asText(),
                                            now ->
                                                    now.withObjectProperty("spec")
                                                            .put("replicas", replicas)));
        }
    }

    private static Stream<JsonNode> deployments(JsonNode application) {
        return Trees.items(application.at("/status/resources"))
                .filter(held -> held.path("kind").asText().equals("Deployment"));
    }

    /// Puts its template's sync policy back into each Application that it made.
    private void applicationSet(JsonNode set) {
        var template = set.at("/spec/template/spec/syncPolicy");
        objects.in(Trees.namespace(set), Type.APPLICATION).stream()
                .filter(
                        application ->
                                Trees.items(application.at("/metadata/ownerReferences"))
                                        .anyMatch(
                                                owner ->
                                                        owner.path("name")
                                                                .asText()
                                                                .equals(Trees.name(set))))
                .forEach(
                        application ->
                                objects.change(
                                        Type.APPLICATION,
                                        application,
                                        now ->
                                                now.withObjectProperty("spec")
                                                        .set("syncPolicy", template.deepCopy())));
    }

    private int replicas(JsonNode scaler, String deployment) {
        return objects.find(Type.DEPLOYMENT, Trees.namespace(scaler), deployment)
                .map(found -> found.at("/spec/replicas").asInt(1))
                .orElse(0);
    }

    private void set(JsonNode scaler, String deployment, int replicas) {
        objects.change(
                Type.DEPLOYMENT,
                Trees.namespace(scaler),
                deployment,
                now -> now.withObjectProperty("spec").put("replicas", replicas));
    }
}
