package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/// What the cutover needs in Kubernetes, asked one by one as a SelfSubjectAccessReview: every
/// authenticated user may ask that about itself.
public final class KubernetesPermissions {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final KubernetesClient client;
    private final String namespace;
    private final String argoCd;

    /// @param argoCd the namespace of Argo CD's applications; blank where there is no Argo CD
    public KubernetesPermissions(KubernetesClient client, String namespace, String argoCd) {
        this.client = client;
        this.namespace = namespace;
        this.argoCd = argoCd;
    }

    /// A phrase for each, for example `patch deployments/scale in namespace mosaic-prod`.
    public List<String> missing() {
        return needed().stream().filter(need -> !isAllowed(need)).map(Need::phrase).toList();
    }

    private List<Need> needed() {
        var needs =
                new ArrayList<>(
                        List.of(
                                new Need("get", Kind.DEPLOYMENT, "", namespace),
                                new Need("patch", Kind.DEPLOYMENT, "scale", namespace),
                                new Need("list", Kind.POD, "", namespace),
                                new Need("get", Kind.SECRET, "", namespace),
                                new Need("get", Kind.EXTERNAL_SECRET, "", namespace),
                                new Need("list", Kind.EXTERNAL_SECRET, "", namespace),
                                new Need("patch", Kind.EXTERNAL_SECRET, "", namespace),
                                new Need("list", Kind.HORIZONTAL_POD_AUTOSCALER, "", namespace),
                                new Need("list", Kind.SCALED_OBJECT, "", namespace),
                                new Need("patch", Kind.SCALED_OBJECT, "", namespace)));
        if (!argoCd.isBlank()) {
            needs.add(new Need("list", Kind.APPLICATION, "", argoCd));
            needs.add(new Need("get", Kind.APPLICATION, "", argoCd));
            needs.add(new Need("patch", Kind.APPLICATION, "", argoCd));
            needs.add(new Need("get", Kind.APPLICATION_SET, "", argoCd));
        }
        return needs;
    }

    private boolean isAllowed(Need need) {
        return KubernetesFaults.during(
                        "say whether Daybreak may " + need.phrase(), () -> review(need))
                .at("/status/allowed")
                .asBoolean();
    }

    private JsonNode review(Need need) {
        var answer = client.raw(REVIEWS, "POST", need.review().toString());
        return client.getKubernetesSerialization().unmarshal(answer, JsonNode.class);
    }

    private record Need(String verb, Kind kind, String subresource, String namespace) {
        String phrase() {
            var group = kind.group().contains(".") ? "." + kind.group() : "";
            var part = subresource.isBlank() ? "" : "/" + subresource;
            return "%s %s%s%s in namespace %s"
                    .formatted(verb, kind.plural(), group, part, namespace);
        }

        ObjectNode review() {
            var review = JsonNodeFactory.instance.objectNode();
            review.put("apiVersion", "authorization.k8s.io/v1")
                    .put("kind", "SelfSubjectAccessReview");
            review.putObject("spec")
                    .putObject("resourceAttributes")
                    .put("namespace", namespace)
                    .put("verb", verb)
                    .put("group", kind.group())
                    .put("resource", kind.plural())
                    .put("subresource", subresource);
            return review;
        }
    }
}
