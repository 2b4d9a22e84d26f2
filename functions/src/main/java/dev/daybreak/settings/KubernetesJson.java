package dev.daybreak.settings;

import dev.daybreak.migration.Migration.Kubernetes;
import java.util.List;

/// Reads what the settings say of the application in Kubernetes.
final class KubernetesJson {
    private KubernetesJson() {}

    static Kubernetes read(Section in) {
        var cluster = in.text("cluster", Form.EKS_CLUSTER);
        var namespace = in.text("namespace", Form.NAMESPACE);
        var secret = databaseSecret(in.section("databaseSecret"));
        var kubernetes =
                new Kubernetes(
                        cluster,
                        namespace,
                        in.sections("deployments").stream().map(KubernetesJson::workload).toList(),
                        secret,
                        in.text("argoCd", Form.ARGO_CD, ""),
                        access(in.sectionIfAny("access"), secret.name()));
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

    /// An ExternalSecret is mostly named like the Secret that it writes.
    private static Kubernetes.Access access(Section in, String rendered) {
        var access =
                new Kubernetes.Access(
                        in.choice("entry", Kubernetes.Access.Entry.ACCESS_ENTRY),
                        in.texts("externalSecrets", Form.OBJECT_NAME, List.of(rendered)),
                        in.texts("scaledObjects", Form.OBJECT_NAME));
        in.end();
        return access;
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
