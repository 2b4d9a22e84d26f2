package dev.daybreak.rehearsal.kubernetes;

import dev.daybreak.kubernetes.ApiServer;
import dev.daybreak.kubernetes.Grants;
import dev.daybreak.kubernetes.KubernetesDeployments;
import dev.daybreak.kubernetes.KubernetesExternalSecrets;
import dev.daybreak.kubernetes.KubernetesPermissions;
import dev.daybreak.kubernetes.KubernetesScalers;
import dev.daybreak.migration.Decommission;
import dev.daybreak.migration.KeepStopped;
import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Network;
import dev.daybreak.migration.Polls;
import dev.daybreak.migration.Recipients;
import dev.daybreak.migration.Validation;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The example application in a stand-in cluster, and Daybreak's adapters connected to it.
final class Shop implements AutoCloseable {
    static final String NAMESPACE = "mosaic-prod";
    static final String APP = "core-api";
    static final String SELECTOR = "app=core-api";
    static final String SECRET = "mosaic/prod/rds/credentials";
    static final String RENDERED = "database-credentials";
    static final String PASSWORD = "hunter2";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final Map<String, String> secret = new ConcurrentHashMap<>();
    final List<FakeProcess> processes = new CopyOnWriteArrayList<>();
    final KubernetesCluster cluster;
    final KubernetesClient client;
    final KubernetesDeployments deployments;
    final KubernetesScalers scalers;
    final KubernetesExternalSecrets externalSecrets;
    final KubernetesPermissions permissions;

    Shop() {
        this(Pace.DEFAULT);
    }

    Shop(Pace pace) {
        secret.putAll(Map.of("username", "app", "password", PASSWORD, "host", "rds", "port", "1"));
        cluster = new KubernetesCluster(pace, InstantSource.system(), this::process, this::read);
        client = new ApiServer(cluster.endpoint(), Optional.empty(), () -> "token").connect();
        deployments = new KubernetesDeployments(client, NAMESPACE);
        scalers = new KubernetesScalers(client, NAMESPACE, "argocd");
        externalSecrets = new KubernetesExternalSecrets(client, NAMESPACE);
        permissions = new KubernetesPermissions(client, Grants.of(migration()));
    }

    static Shop open() {
        var shop = new Shop();
        Example.install(shop.cluster, migration(), 2);
        await("the application is ready", shop::isReady);
        return shop;
    }

    static Migration migration() {
        return migration("pg://{username}:{password}@{host}:{port}");
    }

    static Migration migration(String dsn) {
        var fields =
                new Migration.Secret.Fields("username", "password", "host", "port", "database");
        return new Migration(
                "mosaic",
                "us-east-1",
                Migration.Way.SNAPSHOT,
                new Migration.Source("mosaic-prod-db", SECRET, false),
                new Migration.Target(
                        "mosaic-prod-aurora", "db.t4g.medium", List.of(), true, Optional.empty()),
                new Migration.Secret(SECRET, fields, "daybreak/mosaic"),
                new Migration.Kubernetes(
                        "mosaic",
                        NAMESPACE,
                        List.of(new Migration.Kubernetes.Workload(APP, SELECTOR)),
                        new Migration.Kubernetes.DatabaseSecret(RENDERED, "DB_URL", dsn),
                        "argocd",
                        new Migration.Kubernetes.Access(
                                Migration.Kubernetes.Access.Entry.ACCESS_ENTRY,
                                List.of(RENDERED),
                                List.of())),
                new Migration.Health(URI.create("http://localhost/health"), 200),
                new Network(
                        "vpc-0123456789abcdef0",
                        "10.0.0.0/16",
                        List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"),
                        new Network.SecurityGroups(Optional.empty(), Optional.empty())),
                new Recipients(List.of("oncall@example.com"), Optional.empty(), false),
                Migration.Approval.NONE,
                Migration.OnLateWrites.RETURN,
                Migration.Rollback.NONE,
                new Validation(LocalTime.NOON, "UTC", "ERROR", 0, 3),
                new KeepStopped(LocalTime.MIDNIGHT, 6, false),
                new Decommission(
                        7,
                        7,
                        Decommission.Remove.INSTANCE,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        "mosaic-prod-db-final-snapshot"),
                Limits.DEFAULT,
                Polls.DEFAULT);
    }

    boolean isReady() {
        return deployments.find(APP).filter(Deployment::isReady).isPresent();
    }

    List<Pod> pods() {
        return deployments.pods(SELECTOR);
    }

    void scale(int replicas) {
        deployments.scale(APP, replicas);
    }

    int replicas() {
        return deployments.find(APP).orElseThrow().replicas();
    }

    String url() {
        return externalSecrets.rendered(RENDERED, "DB_URL").orElseThrow().value();
    }

    ExternalSecret externalSecret() {
        return externalSecrets.reading(SECRET).stream()
                .filter(one -> one.name().equals(RENDERED))
                .findFirst()
                .orElseThrow();
    }

    /// Waits for a condition; running out of patience names it.
    static void await(String what, BooleanSupplier holds) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("never came: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() {
        client.close();
        cluster.close();
    }

    private PodProcess process(String pod, String address, Map<String, String> environment) {
        var process = new FakeProcess(pod, address, environment);
        processes.add(process);
        return process;
    }

    private Map<String, String> read(String id) {
        if (!id.contains(SECRET)) {
            throw new IllegalStateException("there is no secret " + id);
        }
        return Map.copyOf(secret);
    }
}
