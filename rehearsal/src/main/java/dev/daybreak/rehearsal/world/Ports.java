package dev.daybreak.rehearsal.world;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.kubernetes.Grants;
import dev.daybreak.kubernetes.KubernetesDeployments;
import dev.daybreak.kubernetes.KubernetesExternalSecrets;
import dev.daybreak.kubernetes.KubernetesPermissions;
import dev.daybreak.kubernetes.KubernetesPodLogs;
import dev.daybreak.kubernetes.KubernetesScalers;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Application;
import dev.daybreak.ports.Executions;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.postgres.Connector;
import dev.daybreak.postgres.PostgresComparisons;
import dev.daybreak.postgres.PostgresComparisons.Effort;
import dev.daybreak.postgres.PostgresDatabases;
import dev.daybreak.postgres.PostgresFences;
import dev.daybreak.postgres.PostgresHoldings;
import dev.daybreak.postgres.PostgresSoundings;
import dev.daybreak.postgres.PostgresStreams;
import dev.daybreak.postgres.Tls;
import dev.daybreak.rehearsal.cloud.Cloud;
import dev.daybreak.rehearsal.kubernetes.KubernetesCluster;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.runtime.DaysAfter;
import dev.daybreak.runtime.Leaving;
import dev.daybreak.runtime.Wiring;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the handlers work with here: the code that speaks to PostgreSQL and Kubernetes is the
/// deployed one, only AWS is stood in for.
final class Ports {
    private static final int COMPARING_WORKERS = 1;

    private Ports() {}

    static Wiring wired(
            Migration migration,
            Cloud cloud,
            KubernetesCluster kubernetes,
            KubernetesClient client,
            InstantSource clock,
            Executions executions,
            Supplier<Database> rds,
            ServerLogs serverLogs) {
        var namespace = migration.kubernetes().namespace();
        var argoCd = migration.kubernetes().argoCd();
        var quick = Connector.quick(Tls.REQUIRE);
        var permissions = new KubernetesPermissions(client, Grants.of(migration));
        return new Wiring(
                migration,
                clock,
                Foundation::password,
                cloud.instances(),
                cloud.snapshots(),
                cloud.clusters(),
                cloud.stacks(),
                cloud.secrets(),
                cloud.alerts(),
                (secret, _) -> {
                    throw new Unexpected("Nobody here posts to the webhook of " + secret);
                },
                both(cloud.permissions(), permissions),
                _ -> new Application.Answer(kubernetes.healthStatus(), ""),
                new KubernetesDeployments(client, namespace),
                new KubernetesScalers(client, namespace, argoCd),
                new KubernetesExternalSecrets(client, namespace),
                new PostgresDatabases(quick),
                new PostgresFences(quick, clock),
                new PostgresComparisons(
                        Connector.patient(Tls.REQUIRE),
                        clock,
                        Effort.ofLambda(COMPARING_WORKERS, true)),
                new DaysAfter(
                        cloud.notes(),
                        executions,
                        new RdsReplication(new PostgresStreams(quick), rds),
                        cloud.metrics(),
                        serverLogs,
                        new KubernetesPodLogs(client, namespace),
                        new PostgresSoundings(quick),
                        new Leaving(
                                cloud.life(),
                                cloud.changes(),
                                new PostgresHoldings(Connector.patient(Tls.REQUIRE), clock))));
    }

    private static Permissions both(Permissions one, Permissions other) {
        return () -> Stream.concat(one.missing().stream(), other.missing().stream()).toList();
    }
}
