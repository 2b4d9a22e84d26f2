package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The Deployment controller (with the ReplicaSet controller in it): makes and removes pods, and
/// counts them afterwards. As in Kubernetes, a terminating pod is in no count of the status.
final class Deployments {
    static final String OWNER = "daybreak.dev/deployment";
    static final String HASH = "pod-template-hash";

    private final AtomicInteger numbers = new AtomicInteger();
    private final Objects objects;
    private final InstantSource clock;

    Deployments(Objects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
    }

    void pass() {
        objects.all(Type.DEPLOYMENT).forEach(this::reconcile);
    }

    static boolean isTerminating(JsonNode object) {
        return object.path("metadata").hasNonNull("deletionTimestamp");
    }

    private void reconcile(JsonNode deployment) {
        var hash = Integer.toHexString(deployment.at("/spec/template").hashCode());
        var live = live(deployment);
        var current =
                live.stream()
                        .filter(pod -> pod.at("/metadata/labels/" + HASH).asText().equals(hash));
        var kept = current.limit(wanted(deployment)).toList();
        live.stream()
                .filter(pod -> !kept.contains(pod))
                .forEach(pod -> objects.delete(Type.POD, pod));
        for (var count = kept.size(); count < wanted(deployment); count++) {
            create(deployment, hash);
        }
        report(deployment, hash);
    }

    private List<JsonNode> live(JsonNode deployment) {
        var name = Trees.name(deployment);
        return objects.in(Trees.namespace(deployment), Type.POD).stream()
                .filter(pod -> pod.at("/metadata/annotations").path(OWNER).asText().equals(name))
                .filter(pod -> !isTerminating(pod))
                .toList();
    }

    private static int wanted(JsonNode deployment) {
        return deployment.at("/spec/replicas").asInt(1);
    }

    private void create(JsonNode deployment, String hash) {
        var template = deployment.at("/spec/template");
        var name = "%s-%s-%05d".formatted(Trees.name(deployment), hash, numbers.incrementAndGet());
        objects.create(
                Type.POD,
                Trees.namespace(deployment),
                name,
                pod -> {
                    var metadata = pod.withObjectProperty("metadata");
                    var labels = metadata.putObject("labels").put(HASH, hash);
                    template.at("/metadata/labels").properties().forEach(set(labels));
                    metadata.putObject("annotations").put(OWNER, Trees.name(deployment));
                    metadata.putArray("finalizers").add(Kubelet.FINALIZER);
                    pod.set("spec", template.path("spec").deepCopy());
                    Kubelet.waiting(pod.putObject("status"), "ContainerCreating", clock.instant());
                });
    }

    private static Consumer<Map.Entry<String, JsonNode>> set(ObjectNode labels) {
        return label -> labels.set(label.getKey(), label.getValue());
    }

    private void report(JsonNode deployment, String hash) {
        var live = live(deployment);
        var available = live.stream().filter(Kubelet::isReady).count();
        var updated =
                live.stream()
                        .filter(pod -> pod.at("/metadata/labels/" + HASH).asText().equals(hash))
                        .count();
        objects.change(
                Type.DEPLOYMENT,
                deployment,
                now -> {
                    ObjectNode status = now.withObjectProperty("status");
                    status.set("observedGeneration", deployment.at("/metadata/generation"));
                    status.put("replicas", live.size());
                    status.put("updatedReplicas", (int) updated);
                    status.put("readyReplicas", (int) available);
                    status.put("availableReplicas", (int) available);
                });
    }
}
