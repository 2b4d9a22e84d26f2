package dev.daybreak.aurora;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Stacks;
import dev.daybreak.rds.Cluster;
import dev.daybreak.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Takes the next step of removing a cluster that this very execution made and that no application
/// ever used: protection off, writer, cluster, stack. It looks each time, so it may be run as often
/// as it takes.
public final class RemoveAurora {
    private final Migration migration;
    private final Clusters clusters;
    private final Stacks stacks;
    private final Secrets secrets;
    private final InstantSource clock;

    public RemoveAurora(
            Migration migration,
            Clusters clusters,
            Stacks stacks,
            Secrets secrets,
            InstantSource clock) {
        this.migration = migration;
        this.clusters = clusters;
        this.stacks = stacks;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// @param since when the removal began
    public record Order(String run, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Its names are free again.
        record Gone() implements Answer {}

        /// Look again later.
        record NotYet(String doing) implements Answer {}

        /// It will not go.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var cluster = clusters.find(migration.target().cluster());
        var stack = stacks.find(migration.target().stack());
        if (cluster.isEmpty() && stack.isEmpty()) {
            return new Answer.Gone();
        }
        refuseToTouchAnothers(order, cluster, stack);
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().removal();
        if (waited.compareTo(limit) >= 0) {
            return new Answer.Failed(
                    "Cluster %s is %s and its stack is %s after %d s (limit %d s)."
                            .formatted(
                                    migration.target().cluster(),
                                    cluster.map(Cluster::status).orElse("gone"),
                                    stack.map(Stack::status).orElse("gone"),
                                    waited.toSeconds(),
                                    limit.toSeconds()));
        }
        return new Answer.NotYet(cluster.map(this::remove).orElseGet(() -> forget(stack)));
    }

    private void refuseToTouchAnothers(
            Order order, Optional<Cluster> cluster, Optional<Stack> stack) {
        var made = cluster.map(Cluster::tags).or(() -> stack.map(Stack::tags)).orElseThrow();
        if (!order.run().equals(made.get("daybreak:run"))) {
            throw new Unexpected(
                    "Cluster %s was not made by this execution; it is left alone."
                            .formatted(migration.target().cluster()));
        }
        var host =
                secrets.current(migration.secret().id())
                        .fields()
                        .text(migration.secret().fields().host());
        if (cluster.filter(one -> host.filter(is(one.host())).isPresent()).isPresent()) {
            throw new Unexpected(
                    "Secret %s points to cluster %s: the application uses it; it is left alone."
                            .formatted(migration.secret().id(), cluster.get().id()));
        }
    }

    /// A host name means the same in capitals, and with the root's dot at its end.
    private static Predicate<String> is(String host) {
        return other -> other.replaceFirst("\\.$", "").equalsIgnoreCase(host);
    }

    private String remove(Cluster cluster) {
        if (!isSettled(cluster.status())) {
            return "cluster is " + cluster.status();
        }
        if (cluster.deletionProtected()) {
            clusters.unprotect(cluster.id());
            return "switching deletion protection off";
        }
        var members = cluster.members();
        var standing = members.stream().filter(one -> !one.status().equals("deleting")).findFirst();
        if (standing.filter(one -> one.status().equals("creating")).isPresent()) {
            return "instance %s is still being created".formatted(standing.get().id());
        }
        if (standing.isPresent()) {
            clusters.deleteMember(standing.get().id());
            return "deleting instance " + standing.get().id();
        }
        if (members.isEmpty()) {
            clusters.delete(cluster.id());
            return "deleting cluster " + cluster.id();
        }
        return "instances are being deleted";
    }

    /// A cluster that AWS is busy with, or that is in a state we do not know, is left alone.
    private static boolean isSettled(String status) {
        return status.equals("available") || status.endsWith("failed");
    }

    private String forget(Optional<Stack> stack) {
        var status = stack.map(Stack::status).orElseThrow();
        if (!status.endsWith("_IN_PROGRESS")) {
            stacks.delete(migration.target().stack());
        }
        return "stack is " + status;
    }
}
