package dev.daybreak.kubernetes;

import dev.daybreak.fakes.Examples;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.Access;
import dev.daybreak.migration.Migration.Kubernetes.Workload;
import java.util.List;

/// The settings of an application with everything that Kubernetes may have around it.
final class Shops {
    private Shops() {}

    static Migration full() {
        return of("argocd", List.of("db", "reporting"), List.of("web"));
    }

    /// Neither KEDA nor Argo CD.
    static Migration plain() {
        return of("", List.of("db"), List.of());
    }

    static Migration of(String argoCd, List<String> externalSecrets, List<String> scaledObjects) {
        return Examples.migration(
                new Migration.Kubernetes(
                        "eks",
                        "shop",
                        List.of(new Workload("web", "app=web"), new Workload("007", "app=007")),
                        new Migration.Kubernetes.DatabaseSecret("db", "DB_URL", "{host}"),
                        argoCd,
                        new Access(Access.Entry.AWS_AUTH, externalSecrets, scaledObjects)));
    }
}
