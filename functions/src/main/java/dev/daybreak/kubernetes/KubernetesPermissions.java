package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.ports.Permissions;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the cutover needs in Kubernetes, asked one by one as a SelfSubjectAccessReview: every
/// authenticated user may ask that about itself. Where RBAC goes by name, so does the question:
/// without a name it is about all objects, and answered no.
public final class KubernetesPermissions implements Permissions {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final KubernetesClient client;
    private final List<Grant> grants;

    /// @param grants what RBAC is to grant; see [Grants]
    public KubernetesPermissions(KubernetesClient client, List<Grant> grants) {
        this.client = client;
        this.grants = List.copyOf(grants);
    }

    /// A phrase for each, for example `patch deployments/scale core-api in namespace mosaic-prod`.
    @Override
    public List<String> missing() {
        return grants.stream()
                .flatMap(Need::of)
                .filter(need -> !isAllowed(need))
                .map(Need::phrase)
                .toList();
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

    /// One question.
    private record Need(String verb, Grant grant, Optional<String> name) {
        static Stream<Need> of(Grant grant) {
            var names =
                    grant.names().isEmpty()
                            ? List.of(Optional.<String>empty())
                            : grant.names().stream().map(Optional::of).toList();
            return names.stream()
                    .flatMap(
                            name ->
                                    grant.verbs().stream()
                                            .map(verb -> new Need(verb, grant, name)));
        }

        String phrase() {
            var group = grant.group().contains(".") ? "." + grant.group() : "";
            var part = grant.subresource().isBlank() ? "" : "/" + grant.subresource();
            return "%s %s%s%s%s in namespace %s"
                    .formatted(
                            verb,
                            grant.resource(),
                            group,
                            part,
                            name.map(" "::concat).orElse(""),
                            grant.namespace());
        }

        ObjectNode review() {
            var review = JsonNodeFactory.instance.objectNode();
            review.put("apiVersion", "authorization.k8s.io/v1")
                    .put("kind", "SelfSubjectAccessReview");
            var asked =
                    review.putObject("spec")
                            .putObject("resourceAttributes")
                            .put("namespace", grant.namespace())
                            .put("verb", verb)
                            .put("group", grant.group())
                            .put("resource", grant.resource())
                            .put("subresource", grant.subresource());
            name.ifPresent(one -> asked.put("name", one));
            return review;
        }
    }
}
