package dev.daybreak.preflight;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.ports.Stacks;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ports to AWS among the [Fakes].
final class AwsFakes {
    private AwsFakes() {}

    record Rds(World world) implements Instances {
        @Override
        public Optional<DatabaseInstance> find(String instance) {
            return Optional.ofNullable(world.instances.get(instance));
        }

        @Override
        public Optional<Long> freeStorageBytes(String instance) {
            return world.freeBytes;
        }
    }

    record Taken(World world) implements Snapshots {
        @Override
        public Optional<Snapshot> find(String name) {
            return Optional.of(new Snapshot(name, "arn", "db", "available", 100, Map.of()))
                    .filter(_ -> world.snapshots.contains(name));
        }

        @Override
        public void take(String snapshot, String instance, Map<String, String> tags) {
            throw Fakes.changes("take");
        }
    }

    record AuroraClusters(World world) implements Clusters {
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
            throw Fakes.changes("unprotect");
        }

        @Override
        public void deleteMember(String instance) {
            throw Fakes.changes("deleteMember");
        }

        @Override
        public void delete(String cluster) {
            throw Fakes.changes("delete");
        }
    }

    record CloudFormation(World world) implements Stacks {
        @Override
        public Optional<Stack> find(String stack) {
            return Optional.ofNullable(world.stacks.get(stack))
                    .map(status -> new Stack(stack, status, Optional.empty(), Map.of(), Map.of()));
        }

        @Override
        public void create(StackOrder order) {
            throw Fakes.changes("create");
        }

        @Override
        public void delete(String stack) {
            throw Fakes.changes("delete");
        }
    }

    record SecretsManager(World world) implements Secrets {
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
        public Optional<SecretVersion> labelled(String secret, String label) {
            return Optional.of(current(secret)).filter(one -> one.labels().contains(label));
        }

        @Override
        public void create(String secret, SecretFields fields, Map<String, String> tags) {
            throw Fakes.changes("create");
        }

        @Override
        public void add(String secret, String version, String label, SecretFields fields) {
            throw Fakes.changes("add");
        }

        @Override
        public void label(String secret, String version, String label) {
            throw Fakes.changes("label");
        }

        @Override
        public void unlabel(String secret, String version, String label) {
            throw Fakes.changes("unlabel");
        }

        @Override
        public void makeCurrent(String secret, String version, String insteadOf) {
            throw Fakes.changes("makeCurrent");
        }
    }
}
