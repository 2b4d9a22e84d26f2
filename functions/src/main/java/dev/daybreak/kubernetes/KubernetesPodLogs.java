package dev.daybreak.kubernetes;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.PodLogs;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.regex.Pattern;

/// To be filled in.
final class KubernetesPodLogs implements PodLogs {
    private final KubernetesClient client;
    private final String namespace;

    KubernetesPodLogs(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    @Override
    public Matches matching(String selector, Pattern pattern, Duration span) {
        throw new Unexpected("no logs of %s at %s yet".formatted(namespace, client.getMasterUrl()));
    }
}
