package dev.daybreak.kubernetes;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.Scalers;
import io.fabric8.kubernetes.client.KubernetesClient;

/// The cluster that the application runs in, behind one client for the whole process.
public final class ApplicationCluster {
    private final KubernetesClient client;
    private final Migration migration;
    private final String namespace;

    public ApplicationCluster(ApiServer server, Migration migration) {
        this.client = server.connect();
        this.migration = migration;
        this.namespace = migration.kubernetes().namespace();
    }

    public Deployments deployments() {
        return new KubernetesDeployments(client, namespace);
    }

    public Scalers scalers() {
        return new KubernetesScalers(client, namespace, migration.kubernetes().argoCd());
    }

    public ExternalSecrets externalSecrets() {
        return new KubernetesExternalSecrets(client, namespace);
    }

    public PodLogs podLogs() {
        return new KubernetesPodLogs(client, namespace);
    }

    public Permissions permissions() {
        return new KubernetesPermissions(client, Grants.of(migration));
    }
}
