package dev.daybreak.preflight;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Mark;
import dev.daybreak.database.Session;
import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.Executions;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Holdings;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Metrics;
import dev.daybreak.ports.Notes;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.Scalers;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.ports.Streams;
import dev.daybreak.ports.Webhooks;
import dev.daybreak.runtime.DaysAfter;
import dev.daybreak.runtime.Leaving;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import dev.daybreak.workload.RenderedSecret;
import dev.daybreak.workload.Scaler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Ports that see a [World]; whatever would change it fails the test.
final class Fakes {
    private Fakes() {}

    static Wiring wiring(World world) {
        return new Wiring(
                world.migration,
                () -> Instant.parse("2026-11-22T03:00:00Z"),
                () -> "unused",
                new AwsFakes.Rds(world),
                new AwsFakes.Taken(world),
                new AwsFakes.AuroraClusters(world),
                new AwsFakes.CloudFormation(world),
                new AwsFakes.SecretsManager(world),
                never(Alerts.class),
                never(Webhooks.class),
                () -> world.missingPermissions,
                _ -> world.health,
                new Kubernetes(world),
                new Autoscalers(world),
                new Eso(world),
                new Postgres(world),
                never(Fences.class),
                never(Comparisons.class),
                new DaysAfter(
                        never(Notes.class),
                        never(Executions.class),
                        never(Streams.class),
                        never(Metrics.class),
                        never(ServerLogs.class),
                        never(PodLogs.class),
                        new Leaving(
                                never(InstanceLife.class),
                                never(StackChanges.class),
                                never(Holdings.class))));
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

    static AssertionError changes(String what) {
        return new AssertionError("preflight changes something: " + what);
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
        public void changePassword(Address address, Credentials role, String password) {
            throw changes("changePassword");
        }

        @Override
        public void ensureRole(Address address, Credentials owner, Credentials role) {
            throw changes("ensureRole");
        }
    }
}
