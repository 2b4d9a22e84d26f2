package dev.daybreak.settings;

import dev.daybreak.migration.Migration.Kubernetes;

/// Reads what the settings say of the application in Kubernetes.
final class KubernetesJson {
    private KubernetesJson() {}

    static Kubernetes read(Section in) {
        var kubernetes =
                new Kubernetes(
                        in.text("cluster", Form.EKS_CLUSTER),
                        in.text("namespace", Form.NAMESPACE),
                        in.sections("deployments").stream().map(KubernetesJson::workload).toList(),
                        databaseSecret(in.section("databaseSecret")),
                        in.text("argoCd", Form.ARGO_CD, ""));
        in.end();
        return kubernetes;
    }

    private static Kubernetes.Workload workload(Section in) {
        var workload =
                new Kubernetes.Workload(
                        in.text("name", Form.OBJECT_NAME), in.text("selector", Form.SELECTOR));
        in.end();
        return workload;
    }

    private static Kubernetes.DatabaseSecret databaseSecret(Section in) {
        var secret =
                new Kubernetes.DatabaseSecret(
                        in.text("name", Form.OBJECT_NAME),
                        in.text("key", Form.SECRET_KEY),
                        in.text("dsn", Form.DSN));
        in.end();
        return secret;
    }
}
