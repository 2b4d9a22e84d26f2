package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.RenderedSecret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The External Secrets Operator, by its `v1` and, where a cluster is not that far, its `v1beta1`.
public final class KubernetesExternalSecrets implements ExternalSecrets {
    /// Any change of it makes ESO sync: <https://external-secrets.io/latest/introduction/faq/>.
    static final String FORCE_SYNC = "force-sync";

    private final Namespace namespace;

    public KubernetesExternalSecrets(KubernetesClient client, String namespace) {
        this.namespace = new Namespace(client, namespace);
    }

    @Override
    public List<ExternalSecret> reading(String secret) {
        return namespace
                .list(Kind.EXTERNAL_SECRET)
                .or(() -> namespace.list(Kind.EXTERNAL_SECRET_BETA))
                .orElse(List.of())
                .stream()
                .filter(found -> SecretReferences.reads(found.path("spec"), secret))
                .map(KubernetesExternalSecrets::read)
                .sorted(Comparator.comparing(ExternalSecret::name))
                .toList();
    }

    @Override
    public void refresh(String externalSecret, String value) {
        var change = JsonNodeFactory.instance.objectNode();
        BeforePause.changeAnnotations(change).put(FORCE_SYNC, value);
        var served =
                namespace.find(Kind.EXTERNAL_SECRET, externalSecret).isPresent()
                        ? Kind.EXTERNAL_SECRET
                        : Kind.EXTERNAL_SECRET_BETA;
        namespace.patch(served, externalSecret, change);
    }

    @Override
    public Optional<RenderedSecret> rendered(String name, String key) {
        return namespace
                .find(Kind.SECRET, name)
                .filter(found -> found.path("data").hasNonNull(key))
                .map(found -> rendered(name, key, found));
    }

    private RenderedSecret rendered(String name, String key, JsonNode found) {
        var version = found.at("/metadata/resourceVersion").asText();
        try {
            var value = Base64.getDecoder().decode(found.path("data").path(key).asText());
            return new RenderedSecret(
                    name, key, version, new String(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw new Unexpected(
                    "Key %s of %s is no base64: look at the API server's answer with kubectl."
                            .formatted(key, namespace.called(Kind.SECRET, name)));
        }
    }

    private static ExternalSecret read(JsonNode found) {
        var name = found.at("/metadata/name").asText();
        var spec = found.path("spec");
        var target = spec.path("target");
        var ready =
                Fields.items(found.at("/status/conditions"))
                        .filter(condition -> condition.path("type").asText().equals("Ready"))
                        .findFirst();
        var isReady = ready.filter(now -> now.path("status").asText().equals("True")).isPresent();
        return new ExternalSecret(
                name,
                Fields.text(target.path("name")).orElse(name),
                Fields.text(spec.path("refreshPolicy")).orElse("Periodic"),
                Fields.text(spec.path("refreshInterval")).orElse("1h0m0s"),
                Fields.text(target.path("creationPolicy")).orElse("Owner"),
                target.path("immutable").asBoolean(),
                Fields.text(found.at("/status/syncedResourceVersion")),
                isReady,
                ready.filter(_ -> !isReady).flatMap(now -> Fields.text(now.path("message"))));
    }
}
