package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Argo CD's Applications that sync a Deployment by themselves, paused by `automated.enabled`:
/// <https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/>.
final class ArgoCdApplications {
    static final String ENABLED = "automated.enabled";

    private final Namespace namespace;
    private final String workloads;

    /// @param namespace blank where there is no Argo CD
    /// @param workloads the namespace of the Deployments
    ArgoCdApplications(Namespace namespace, String workloads) {
        this.namespace = namespace;
        this.workloads = workloads;
    }

    List<Scaler> over(String deployment) {
        if (namespace.name().isBlank()) {
            return List.of();
        }
        var applications = namespace.list(Kind.APPLICATION).orElse(List.of());
        return applications.stream()
                .filter(found -> holds(found, Kind.DEPLOYMENT, workloads, deployment))
                .filter(found -> isAutomated(found) || BeforePause.read(found).isPresent())
                .map(found -> read(found, applications))
                .toList();
    }

    void pause(Scaler scaler) {
        scaler.undoneBy()
                .ifPresent(
                        by -> {
                            throw cannotPause(scaler, by);
                        });
        var change = JsonNodeFactory.instance.objectNode();
        automated(change).put("enabled", false);
        BeforePause.write(change, scaler);
        var then = namespace.patch(Kind.APPLICATION, scaler.name(), change);
        if (isAutomated(then)) {
            throw new Unexpected(
                    """
                    %s still syncs by itself: its Argo CD is too old to know automated.enabled. \
                    Remove spec.syncPolicy.automated by hand for the window, then start again."""
                            .formatted(namespace.called(Kind.APPLICATION, scaler.name())));
        }
    }

    void restore(Scaler scaler) {
        var change = JsonNodeFactory.instance.objectNode();
        BeforePause.forget(change);
        // Where somebody took `automated` away meanwhile, writing into it would switch the sync on.
        if (namespace.find(Kind.APPLICATION, scaler.name()).filter(this::canSync).isPresent()) {
            Optional.ofNullable(scaler.state().get(ENABLED))
                    .ifPresentOrElse(
                            was -> automated(change).put("enabled", Boolean.parseBoolean(was)),
                            () -> automated(change).putNull("enabled"));
        }
        namespace.patch(Kind.APPLICATION, scaler.name(), change);
    }

    private Scaler read(JsonNode found, List<JsonNode> all) {
        var name = found.at("/metadata/name").asText();
        var state = BeforePause.read(found).orElseGet(() -> now(found));
        var scaler = new Scaler(Scaler.Kind.ARGO_CD, namespace.name(), name, state);
        return ArgoCdOwners.undoes(found, all, namespace).map(scaler::undoneBy).orElse(scaler);
    }

    private static Map<String, String> now(JsonNode found) {
        var enabled = found.at("/spec/syncPolicy/automated/enabled");
        return enabled.isBoolean() ? Map.of(ENABLED, enabled.asText()) : Map.of();
    }

    private boolean canSync(JsonNode application) {
        return application.at("/spec/syncPolicy/automated").isObject();
    }

    static boolean isAutomated(JsonNode application) {
        var automated = application.at("/spec/syncPolicy/automated");
        return automated.isObject() && automated.path("enabled").asBoolean(true);
    }

    static boolean holds(JsonNode application, Kind kind, String namespace, String name) {
        return Fields.items(application.at("/status/resources"))
                .anyMatch(
                        held ->
                                held.path("kind").asText().equals(kind.title())
                                        && held.path("group").asText().equals(kind.group())
                                        && held.path("namespace").asText().equals(namespace)
                                        && held.path("name").asText().equals(name));
    }

    private static ObjectNode automated(ObjectNode change) {
        return change.withObjectProperty("spec")
                .withObjectProperty("syncPolicy")
                .withObjectProperty("automated");
    }

    private Unexpected cannotPause(Scaler scaler, String by) {
        return new Unexpected(
                """
                %s cannot be paused: %s would switch its sync on again at once. Let that one \
                ignore /spec/syncPolicy (ignoreApplicationDifferences), or switch the sync off \
                there for the window, then start again."""
                        .formatted(namespace.called(Kind.APPLICATION, scaler.name()), by));
    }
}
