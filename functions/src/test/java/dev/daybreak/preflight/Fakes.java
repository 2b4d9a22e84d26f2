package dev.daybreak.preflight;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Mark;
import dev.daybreak.database.Session;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Scalers;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.ports.Stacks;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import dev.daybreak.workload.RenderedSecret;
import dev.daybreak.workload.Scaler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ports that see a [World]; whatever would change it fails the test.
final class Fakes {
    private Fakes() {}

    static Wiring wiring(World world) {
        return new Wiring(
                world.migration,
                () -> Instant.parse("2026-11-22T03:00:00Z"),
                () -> "unused",
                new Rds(world),
                new Taken(world),
                new AuroraClusters(world),
                new CloudFormation(world),
                new SecretsManager(world),
                never(Alerts.class),
                () -> world.missingPermissions,
                _ -> world.health,
                new Kubernetes(world),
                new Autoscalers(world),
                new Eso(world),
                new Postgres(world),
                never(Fences.class),
                never(Comparisons.class));
    }

    private static <T> T never(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, _) -> {
                            throw changes(method.getName());
                        }));
    }

    private static AssertionError changes(String what) {
        return new AssertionError("preflight changes something: " + what);
    }

    private record Rds(World world) implements Instances {
        @Override
        public Optional<DatabaseInstance> find(String instance) {
            return Optional.ofNullable(world.instances.get(instance));
        }

        @Override
        public Optional<Long> freeStorageBytes(String instance) {
            return world.freeBytes;
        }
    }

    private record Taken(World world) implements Snapshots {
        @Override
        public Optional<Snapshot> find(String name) {
            return Optional.of(new Snapshot(name, "arn", "db", "available", 100, Map.of()))
                    .filter(_ -> world.snapshots.contains(name));
        }

        @Override
        public void take(String snapshot, String instance, Map<String, String> tags) {
            throw changes("take");
        }
    }

    private record AuroraClusters(World world) implements Clusters {
        @Override
        public Optional<Cluster> find(String cluster) {
            return Optional.ofNullable(world.clusters.get(cluster))
                    .map(
                            status ->
                                    new Cluster(
                                            cluster,
                                            status,
                                            "16.10",
                                            "127.0.0.3",
                                            5432,
                                            true,
                                            true,
                                            List.of(),
                                            Map.of()));
        }

        @Override
        public List<String> versions() {
            return world.auroraVersions;
        }

        @Override
        public void unprotect(String cluster) {
            throw changes("unprotect");
        }

        @Override
        public void deleteMember(String instance) {
            throw changes("deleteMember");
        }

        @Override
        public void delete(String cluster) {
            throw changes("delete");
        }
    }

    private record CloudFormation(World world) implements Stacks {
        @Override
        public Optional<Stack> find(String stack) {
            return Optional.ofNullable(world.stacks.get(stack))
                    .map(status -> new Stack(stack, status, Optional.empty(), Map.of(), Map.of()));
        }

        @Override
        public void create(StackOrder order) {
            throw changes("create");
        }

        @Override
        public void delete(String stack) {
            throw changes("delete");
        }
    }

    private record SecretsManager(World world) implements Secrets {
        @Override
        public Optional<SecretFacts> describe(String secret) {
            return Optional.of(world.secretFacts).filter(_ -> world.secrets.containsKey(secret));
        }

        @Override
        public SecretVersion current(String secret) {
            return Optional.ofNullable(world.secrets.get(secret))
                    .map(fields -> new SecretVersion("v1", Set.of("AWSCURRENT"), fields))
                    .orElseThrow(() -> new Unexpected("There is no secret " + secret + "."));
        }

        @Override
        public void create(String secret, SecretFields fields, Map<String, String> tags) {
            throw changes("create");
        }

        @Override
        public void add(String secret, String version, String label, SecretFields fields) {
            throw changes("add");
        }

        @Override
        public void label(String secret, String version, String label) {
            throw changes("label");
        }

        @Override
        public void makeCurrent(String secret, String version, String insteadOf) {
            throw changes("makeCurrent");
        }
    }

    private record Kubernetes(World world) implements Deployments {
        @Override
        public Optional<Deployment> find(String deployment) {
            return world.deployment;
        }

        @Override
        public void scale(String deployment, int replicas) {
            throw changes("scale");
        }

        @Override
        public List<Pod> pods(String selector) {
            return world.pods;
        }
    }

    private record Autoscalers(World world) implements Scalers {
        @Override
        public List<Scaler> over(String deployment) {
            return world.scalers;
        }

        @Override
        public void pause(Scaler scaler) {
            throw changes("pause");
        }

        @Override
        public void restore(Scaler scaler) {
            throw changes("restore");
        }
    }

    private record Eso(World world) implements ExternalSecrets {
        @Override
        public List<ExternalSecret> reading(String secret) {
            return world.externalSecrets;
        }

        @Override
        public void refresh(String externalSecret, String value) {
            throw changes("refresh");
        }

        @Override
        public Optional<RenderedSecret> rendered(String name, String key) {
            return world.rendered;
        }
    }

    private record Postgres(World world) implements Databases {
        @Override
        public Login login(Address address, Credentials credentials) {
            return world.logins.getOrDefault(credentials.username(), new Login.WrongPassword());
        }

        @Override
        public Facts facts(Address address, Credentials credentials) {
            return world.lookIntoDatabase();
        }

        @Override
        public Mark mark(Address address, Credentials credentials) {
            throw changes("mark");
        }

        @Override
        public List<Session> sessions(Address address, Credentials credentials) {
            return world.sessions;
        }

        @Override
        public void ensureRole(Address address, Credentials owner, Credentials role) {
            throw changes("ensureRole");
        }
    }
}
