package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.daybreak.ports.Deployments;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Deployments and their pods, as the API server knows them.
public final class KubernetesDeployments implements Deployments {
    /// Kubernetes' own default of `terminationGracePeriodSeconds`.
    private static final int GRACE_SECONDS = 30;

    private final Namespace namespace;

    public KubernetesDeployments(KubernetesClient client, String namespace) {
        this.namespace = new Namespace(client, namespace);
    }

    @Override
    public Optional<Deployment> find(String deployment) {
        return namespace.find(Kind.DEPLOYMENT, deployment).map(found -> read(deployment, found));
    }

    @Override
    public void scale(String deployment, int replicas) {
        var change = JsonNodeFactory.instance.objectNode();
        change.putObject("spec").put("replicas", replicas);
        namespace.patchScale(Kind.DEPLOYMENT, deployment, change);
    }

    @Override
    public List<Pod> pods(String selector) {
        return namespace.list(Kind.POD, selector).stream()
                .filter(pod -> !PodReading.hasEnded(pod))
                .map(PodReading::read)
                .toList();
    }

    private static Deployment read(String name, JsonNode found) {
        var status = found.path("status");
        return new Deployment(
                name,
                found.at("/spec/replicas").asInt(1),
                status.path("updatedReplicas").asInt(),
                status.path("availableReplicas").asInt(),
                status.path("replicas").asInt(),
                found.at("/metadata/generation").asLong(),
                status.path("observedGeneration").asLong(),
                Duration.ofSeconds(
                        found.at("/spec/template/spec/terminationGracePeriodSeconds")
                                .asInt(GRACE_SECONDS)));
    }
}
