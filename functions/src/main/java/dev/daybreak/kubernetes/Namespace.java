package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One namespace, its objects as plain JSON: half of what we look at has no Java class, and JSON
/// answers a missing field without a null. Every failed call comes out as a fault.
final class Namespace {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final String name;

    Namespace(KubernetesClient client, String name) {
        this.client = client;
        this.name = name;
    }

    String name() {
        return name;
    }

    /// Empty where there is none, and where the cluster does not know the kind.
    Optional<JsonNode> find(Kind kind, String object) {
        return KubernetesFaults.found("read " + called(kind, object), () -> one(kind, object).get())
                .map(this::json);
    }

    /// Empty where the cluster does not know the kind.
    Optional<List<JsonNode>> list(Kind kind) {
        return KubernetesFaults.found(
                "list %ss in namespace %s".formatted(kind.title(), name),
                () -> jsons(all(kind).list().getItems().stream()));
    }

    List<JsonNode> list(Kind kind, String selector) {
        return KubernetesFaults.during(
                "list %ss with %s in namespace %s".formatted(kind.title(), selector, name),
                () -> jsons(all(kind).withLabelSelector(selector).list().getItems().stream()));
    }

    /// Merges the change into the object (RFC 7386), whatever its version; answers the object as it
    /// is then.
    JsonNode patch(Kind kind, String object, ObjectNode change) {
        return json(
                KubernetesFaults.during(
                        "change " + called(kind, object),
                        () -> one(kind, object).patch(MERGE, change.toString())));
    }

    void patchScale(Kind kind, String object, ObjectNode change) {
        KubernetesFaults.during(
                "scale " + called(kind, object),
                () -> one(kind, object).subresource("scale").patch(MERGE, change.toString()));
    }

    /// The object for people.
    String called(Kind kind, String object) {
        return "%s %s in namespace %s".formatted(kind.title(), object, name);
    }

    private NonNamespaceOperation<
                    GenericKubernetesResource,
                    GenericKubernetesResourceList,
                    Resource<GenericKubernetesResource>>
            all(Kind kind) {
        return client.genericKubernetesResources(kind.context()).inNamespace(name);
    }

    private Resource<GenericKubernetesResource> one(Kind kind, String object) {
        return all(kind).withName(object);
    }

    private List<JsonNode> jsons(Stream<GenericKubernetesResource> objects) {
        return objects.map(this::json).toList();
    }

    private JsonNode json(GenericKubernetesResource object) {
        return client.getKubernetesSerialization().convertValue(object, JsonNode.class);
    }
}
