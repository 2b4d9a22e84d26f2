package dev.daybreak.kubernetes;

import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.Scalers;
import io.fabric8.kubernetes.client.KubernetesClient;

/// The cluster that the application runs in, behind one client for the whole process.
public final class ApplicationCluster {
    private final KubernetesClient client;
    private final String namespace;
    private final String argoCd;

    /// @param namespace the application's
    /// @param argoCd the namespace of Argo CD's applications; blank where there is no Argo CD
    public ApplicationCluster(ApiServer server, String namespace, String argoCd) {
        this.client = server.connect();
        this.namespace = namespace;
        this.argoCd = argoCd;
    }

    public Deployments deployments() {
        return new KubernetesDeployments(client, namespace);
    }

    public Scalers scalers() {
        return new KubernetesScalers(client, namespace, argoCd);
    }

    public ExternalSecrets externalSecrets() {
        return new KubernetesExternalSecrets(client, namespace);
    }

    public Permissions permissions() {
        return new KubernetesPermissions(client, namespace, argoCd)::missing;
    }
}
