package dev.daybreak.preflight;

import static dev.daybreak.preflight.Spoiler.refuses;
import static dev.daybreak.preflight.Spoiler.warns;

import dev.daybreak.ports.Application;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be wrong with the application, the way to its secret, and the names.
final class ApplicationSpoilers {
    private ApplicationSpoilers() {}

    static List<Spoiler> application() {
        return List.of(
                refuses("deployments-exist", world -> world.deployment = Optional.empty()),
                refuses(
                        "deployments-run",
                        world -> {
                            for (var counted :
                                    List.of(
                                            "replicas",
                                            "updatedReplicas",
                                            "availableReplicas",
                                            "allReplicas")) {
                                world.changeDeployment(counted, 0);
                            }
                            world.pods.clear();
                            world.sessions.clear();
                        }),
                refuses(
                        "deployments-ready",
                        world -> world.changeDeployment("availableReplicas", 1)),
                refuses(
                        "deployments-ready",
                        world -> world.changeDeployment("observedGeneration", 6L)),
                refuses("selectors-fit", world -> world.pods.removeLast()),
                refuses("selectors-fit", world -> world.pods.add(Healthy.pod("c", "127.0.1.3"))),
                refuses(
                        "scalers-pausable",
                        world ->
                                world.scalers.add(
                                        new Scaler(
                                                Scaler.Kind.ARGO_CD,
                                                "argocd",
                                                "core-api",
                                                Map.of("undoneBy", "ApplicationSet apps")))),
                refuses(
                        "application-healthy",
                        world -> world.health = new Application.Answer(503, "")),
                refuses(
                        "application-healthy",
                        world -> world.health = new Application.Answer(0, "connection refused")));
    }

    static List<Spoiler> access() {
        return List.of(
                refuses(
                        "permissions",
                        world -> world.missingPermissions = List.of("patch deployments/scale")),
                refuses(
                        "external-secrets-named",
                        world ->
                                world.externalSecrets.add(
                                        Changed.with(
                                                Healthy.externalSecret(), "name", "reporting"))),
                refuses(
                        "scaled-objects-named",
                        world ->
                                world.scalers.add(
                                        new Scaler(
                                                Scaler.Kind.KEDA,
                                                "mosaic-prod",
                                                "workers",
                                                Map.of()))));
    }

    static List<Spoiler> external() {
        return List.of(
                refuses("external-secret-found", world -> world.externalSecrets.clear()),
                refuses(
                        "external-secret-found",
                        world -> world.changeExternalSecret("target", "another")),
                refuses(
                        "external-secrets-refreshable",
                        world -> world.changeExternalSecret("refreshPolicy", "CreatedOnce")),
                refuses(
                        "external-secrets-refreshable",
                        world -> world.changeExternalSecret("refreshInterval", "0h0m0s")),
                refuses(
                        "external-secrets-refreshable",
                        world -> world.changeExternalSecret("targetImmutable", true)),
                refuses(
                        "external-secrets-refreshable",
                        world -> world.changeExternalSecret("creationPolicy", "None")),
                warns(
                        "external-secrets-own",
                        world -> world.changeExternalSecret("creationPolicy", "Merge")),
                refuses(
                        "external-secrets-ready",
                        world -> world.changeExternalSecret("ready", false)),
                refuses("rendered-host", world -> world.rendered = Optional.empty()),
                refuses(
                        "rendered-host",
                        world ->
                                world.rendered =
                                        world.rendered.map(
                                                was ->
                                                        Changed.with(
                                                                was,
                                                                "value",
                                                                "postgresql://127.0.0.9"))));
    }

    static List<Spoiler> names() {
        return List.of(
                refuses(
                        "cluster-name-free",
                        world -> world.clusters.put("mosaic-prod-aurora", "deleting")),
                refuses(
                        "writer-name-free",
                        world ->
                                world.instances.put(
                                        "mosaic-prod-aurora-writer",
                                        world.instances.get("mosaic-prod-db"))),
                refuses(
                        "stack-name-free",
                        world -> world.stacks.put("mosaic-prod-aurora", "CREATE_FAILED")),
                refuses(
                        "snapshot-names-free",
                        world -> world.snapshots.add("mosaic-prod-" + World.RUN + "-final")));
    }
}
