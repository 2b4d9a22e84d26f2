package dev.daybreak.rehearsal.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.runtime.Wiring;
import java.util.List;

/// The runbook's steps on the cluster: what people do with `kubectl`.
final class RunbookPods {
    private static final int HEALTHY = 200;

    private final Migration migration;
    private final Wiring wiring;

    RunbookPods(Migration migration, Wiring wiring) {
        this.migration = migration;
        this.wiring = wiring;
    }

    JsonNode scale(JsonNode payload) {
        var replicas = payload.path("replicas").asInt();
        deployments().forEach(one -> wiring.deployments().scale(one.name(), replicas));
        return RunbookSteps.done();
    }

    JsonNode awaitNoPods() {
        var none =
                deployments().stream()
                        .allMatch(one -> wiring.deployments().pods(one.selector()).isEmpty());
        return RunbookSteps.until(none, "pods are left");
    }

    JsonNode refreshSecret(JsonNode payload) {
        var name = migration.kubernetes().databaseSecret().name();
        wiring.externalSecrets().refresh(name, payload.path("value").asText());
        return RunbookSteps.done();
    }

    JsonNode awaitSecret(JsonNode payload) {
        var one = migration.kubernetes().databaseSecret();
        var host = payload.path("host").asText();
        var there =
                wiring.externalSecrets()
                        .rendered(one.name(), one.key())
                        .filter(rendered -> rendered.value().contains(host));
        return RunbookSteps.until(there.isPresent(), "the Secret holds another host");
    }

    JsonNode awaitReady() {
        var ready =
                deployments().stream()
                        .map(one -> wiring.deployments().find(one.name()))
                        .allMatch(
                                one -> one.filter(now -> now.availableReplicas() > 0).isPresent());
        var health = wiring.application().ask(migration.health().url());
        return RunbookSteps.until(
                ready && health.status() == HEALTHY, "the application is not well");
    }

    /// Nothing follows from it but a look.
    JsonNode lookAround() {
        var _ = wiring.clusters().find(migration.target().cluster());
        deployments().forEach(one -> wiring.deployments().pods(one.selector()));
        return RunbookSteps.done();
    }

    private List<Migration.Kubernetes.Workload> deployments() {
        return migration.kubernetes().deployments();
    }
}
