package dev.daybreak.wayback;

import dev.daybreak.database.Access;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.Workload;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Scalers;
import dev.daybreak.ports.Secrets;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.secret.Labels;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Scaler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the way back down before the window touches anything, and labels the secret's version so
/// that Secrets Manager keeps it. A state that a human or an earlier failure left half done is
/// refused: it must not become what a return restores.
public final class Remember {
    private final Migration migration;
    private final Secrets secrets;
    private final Deployments deployments;
    private final Scalers scalers;
    private final ExternalSecrets externalSecrets;
    private final Fences fences;
    private final Places places;
    private final Logins logins;

    public Remember(
            Migration migration,
            Secrets secrets,
            Deployments deployments,
            Scalers scalers,
            ExternalSecrets externalSecrets,
            Fences fences,
            Places places,
            Logins logins) {
        this.migration = migration;
        this.secrets = secrets;
        this.deployments = deployments;
        this.scalers = scalers;
        this.externalSecrets = externalSecrets;
        this.fences = fences;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Written down.
        record Remembered(WayBack before) implements Answer {}

        /// Things are not as they must be to be remembered.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.secret().id();
        var current = secrets.current(id);
        var rds = places.of(Side.RDS);
        var access = fences.look(rds, logins.owner(), logins.daybreak());
        var replicas = replicas();
        var problems = problems(logins.target().host().equals(rds.host()), replicas, access);
        if (!problems.isEmpty()) {
            return new Answer.Refused(String.join(" ", problems));
        }
        secrets.label(id, current.id(), new Labels(migration.name()).before());
        return new Answer.Remembered(
                new WayBack(
                        current.id(),
                        rds.host(),
                        rds.port(),
                        replicas,
                        scalers(),
                        synced(id),
                        access));
    }

    private List<String> problems(boolean onRds, Map<String, Integer> replicas, Access access) {
        var problems = new ArrayList<String>();
        if (!onRds) {
            problems.add(
                    "Secret %s does not point to instance %s."
                            .formatted(migration.secret().id(), migration.source().instance()));
        }
        for (Workload workload : migration.kubernetes().deployments()) {
            if (replicas.getOrDefault(workload.name(), 0) == 0) {
                problems.add(
                        "Deployment %s is missing or has 0 replicas: start the application first."
                                .formatted(workload.name()));
            }
        }
        if (access.isFenced()) {
            problems.add(
                    "The source is fenced already, by an earlier run: lift that fence first (docs/what-if.md).");
        }
        return problems;
    }

    private Map<String, Integer> replicas() {
        var replicas = new HashMap<String, Integer>();
        for (Workload workload : migration.kubernetes().deployments()) {
            deployments
                    .find(workload.name())
                    .map(Deployment::replicas)
                    .ifPresent(count -> replicas.put(workload.name(), count));
        }
        return replicas;
    }

    private List<Scaler> scalers() {
        return migration.kubernetes().deployments().stream()
                .flatMap(workload -> scalers.over(workload.name()).stream())
                .distinct()
                .toList();
    }

    private Map<String, String> synced(String secret) {
        var synced = new HashMap<String, String>();
        externalSecrets
                .reading(secret)
                .forEach(one -> synced.put(one.name(), one.syncedVersion().orElse("")));
        return synced;
    }
}
