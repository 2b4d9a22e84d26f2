package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.Workload;

/// Fills a cluster with what a migration's settings speak of, running as before the move.
public final class Example {
    private static final int GRACE_SECONDS = 1;

    private Example() {}

    /// The ExternalSecret `database-credentials` (called like its Secret) and every Deployment.
    public static void install(KubernetesCluster cluster, Migration migration, int replicas) {
        var kubernetes = migration.kubernetes();
        externalSecret(cluster, migration);
        kubernetes
                .deployments()
                .forEach(workload -> deployment(cluster, migration, workload, replicas));
    }

    /// KEDA raises the Deployment to at least so many replicas.
    public static void keda(
            KubernetesCluster cluster, String namespace, String deployment, int least) {
        cluster.create(
                Type.SCALED_OBJECT,
                namespace,
                deployment,
                scaler ->
                        scaler.putObject("spec")
                                .put("minReplicaCount", least)
                                .putObject("scaleTargetRef")
                                .put("name", deployment));
    }

    /// An autoscaler between two counts.
    public static void horizontal(
            KubernetesCluster cluster, String namespace, String deployment, int least, int most) {
        cluster.create(
                Type.HORIZONTAL_POD_AUTOSCALER,
                namespace,
                deployment,
                scaler ->
                        scaler.putObject("spec")
                                .put("minReplicas", least)
                                .put("maxReplicas", most)
                                .putObject("scaleTargetRef")
                                .put("kind", "Deployment")
                                .put("name", deployment));
    }

    /// An Application that heals itself to what git says.
    public static void argoCd(
            KubernetesCluster cluster, Migration migration, String deployment, int inGit) {
        var kubernetes = migration.kubernetes();
        cluster.create(
                Type.APPLICATION,
                kubernetes.argoCd(),
                deployment,
                application -> {
                    application
                            .withObjectProperty("metadata")
                            .putObject("annotations")
                            .put(ReplicaRivals.IN_GIT, Integer.toString(inGit));
                    application
                            .putObject("spec")
                            .putObject("syncPolicy")
                            .putObject("automated")
                            .put("prune", true)
                            .put("selfHeal", true);
                    application
                            .putObject("status")
                            .putArray("resources")
                            .addObject()
                            .put("group", "apps")
                            .put("kind", "Deployment")
                            .put("namespace", kubernetes.namespace())
                            .put("name", deployment);
                });
    }

    private static void externalSecret(KubernetesCluster cluster, Migration migration) {
        var secret = migration.kubernetes().databaseSecret();
        cluster.create(
                Type.EXTERNAL_SECRET,
                migration.kubernetes().namespace(),
                secret.name(),
                one -> {
                    var spec = one.putObject("spec").put("refreshInterval", "1h0m0s");
                    spec.putArray("dataFrom")
                            .addObject()
                            .putObject("extract")
                            .put("key", migration.secret().id());
                    spec.putObject("target")
                            .put("name", secret.name())
                            .putObject("template")
                            .putObject("data")
                            .put(secret.key(), secret.dsn().replaceAll("\\{(\\w+)}", "{{ .$1 }}"));
                });
    }

    private static void deployment(
            KubernetesCluster cluster, Migration migration, Workload workload, int replicas) {
        cluster.create(
                Type.DEPLOYMENT,
                migration.kubernetes().namespace(),
                workload.name(),
                deployment -> {
                    var spec = deployment.putObject("spec").put("replicas", replicas);
                    var template = spec.putObject("template");
                    labels(template.putObject("metadata").putObject("labels"), workload);
                    var pod = template.putObject("spec");
                    pod.put("terminationGracePeriodSeconds", GRACE_SECONDS);
                    container(pod, migration);
                });
    }

    private static void labels(ObjectNode labels, Workload workload) {
        for (var label : workload.selector().split(",", -1)) {
            var parts = label.split("=", 2);
            labels.put(parts[0], parts[1]);
        }
    }

    private static void container(ObjectNode pod, Migration migration) {
        var secret = migration.kubernetes().databaseSecret();
        pod.putArray("containers")
                .addObject()
                .put("name", "app")
                .putArray("env")
                .addObject()
                .put("name", secret.key())
                .putObject("valueFrom")
                .putObject("secretKeyRef")
                .put("name", secret.name())
                .put("key", secret.key());
    }
}
