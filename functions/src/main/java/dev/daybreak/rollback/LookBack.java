package dev.daybreak.rollback;

import dev.daybreak.database.Address;
import dev.daybreak.database.Side;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.Workload;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Streams;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.stream.StreamState;
import dev.daybreak.wayback.Cutover;
import dev.daybreak.wayback.WayBack;
import dev.daybreak.workload.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds out how things stand, wherever an earlier rollback may have been cut off, and whether
/// going back would lose anything.
public final class LookBack {
    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Clusters clusters;
    private final Secrets secrets;
    private final Deployments deployments;
    private final Fences fences;
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public LookBack(
            Migration migration,
            Journal journal,
            Instances instances,
            Clusters clusters,
            Secrets secrets,
            Deployments deployments,
            Fences fences,
            Streams streams,
            Places places,
            Logins logins) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.clusters = clusters;
        this.secrets = secrets;
        this.deployments = deployments;
        this.fences = fences;
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings and the notes.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Everything that was written to Aurora is on RDS, or will be.
        record Lossless(Bearings bearings) implements Answer {}

        /// Not everything would be.
        record Lossy(Bearings bearings, String why) implements Answer {}

        /// RDS takes writes again: an earlier rollback only has to be finished.
        record Decided(Bearings bearings) implements Answer {}

        /// The old instance does not run, so that nothing can be said yet.
        record NotRunning(String why) implements Answer {}

        /// There is nothing to go back from, or no way to know where to.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var cutover = journal.cutover();
        if (cutover.isEmpty()) {
            return new Answer.Refused(
                    "No cutover is on record: there is nothing to go back from. If the notes were deleted, docs/what-if.md tells how to go back by hand.");
        }
        var instance = instances.find(migration.source().instance());
        if (instance.filter(one -> !one.status().equals("deleting")).isEmpty()) {
            return new Answer.Refused(
                    "DB instance %s is %s: there is nothing to go back to."
                            .formatted(
                                    migration.source().instance(),
                                    instance.map(DatabaseInstance::status).orElse("gone")));
        }
        return instance.filter(one -> !one.isAvailable())
                .<Answer>map(LookBack::notRunning)
                .orElseGet(() -> answer(cutover.get()));
    }

    private static Answer notRunning(DatabaseInstance instance) {
        return new Answer.NotRunning(
                "DB instance %s is %s, however often it was started: where things stand cannot be looked at."
                        .formatted(instance.id(), instance.status()));
    }

    private Answer answer(Cutover cutover) {
        var rds = places.of(Side.RDS);
        var access = fences.look(rds, logins.daybreak(), logins.daybreak());
        var onRds = logins.target().host().equals(rds.host());
        if (!access.isFenced()) {
            return onRds
                    ? new Answer.Decided(bearings(cutover))
                    : new Answer.Refused(
                            "RDS is not fenced although the application's secret points to %s: somebody lifted the fence by hand, and both databases may have been written to. Compare them before you go anywhere."
                                    .formatted(logins.target()));
        }
        return lossOrNone(rds)
                .<Answer>map(why -> new Answer.Lossy(bearings(cutover), why))
                .orElseGet(() -> new Answer.Lossless(bearings(cutover)));
    }

    private Optional<String> lossOrNone(Address rds) {
        if (migration.rollback() != Migration.Rollback.LOSSLESS) {
            return Optional.of("The settings say rollback: snapshot-only, so nothing flows back.");
        }
        var aurora = clusters.find(migration.target().cluster());
        if (aurora.filter(Cluster::isAvailable).isEmpty()) {
            return Optional.of(
                    "Aurora cluster %s is %s."
                            .formatted(
                                    migration.target().cluster(),
                                    aurora.map(Cluster::status).orElse("gone")));
        }
        return loss(rds);
    }

    /// A line that is broken for the moment is no loss: that goes out, and is tried again.
    private Optional<String> loss(Address rds) {
        try {
            var state = streams.look(rds, places.of(Side.AURORA), logins.daybreak());
            return isFlowing(state)
                    ? Optional.empty()
                    : Optional.of("The reverse stream is not whole: %s.".formatted(state.words()));
        } catch (Denied | Unexpected problem) {
            return Optional.of("The reverse stream cannot be looked at: " + problem.getMessage());
        }
    }

    /// A worker that fails again and again is away most of the time; one with nothing to do is not.
    private static boolean isFlowing(StreamState state) {
        return state.isWhole()
                && state.subscription() == StreamState.Subscription.ENABLED
                && (state.isActive() || state.lagBytes() == 0);
    }

    private Bearings bearings(Cutover cutover) {
        var before = cutover.before();
        var current = secrets.current(migration.secret().id());
        var aurora = aurora();
        return new Bearings(
                cutover.at(),
                current.id(),
                aurora.host(),
                aurora.port(),
                new WayBack(
                        before.version(),
                        before.host(),
                        before.port(),
                        replicas(before.replicas()),
                        before.scalers(),
                        before.synced(),
                        before.access()));
    }

    /// An earlier try may have pointed the secret to RDS already; a cluster that is gone is where
    /// the secret points.
    private Address aurora() {
        return clusters.find(migration.target().cluster()).isPresent()
                ? places.of(Side.AURORA)
                : logins.target();
    }

    /// An earlier try may have scaled to zero: then what was recorded counts.
    private Map<String, Integer> replicas(Map<String, Integer> recorded) {
        var replicas = new HashMap<>(recorded);
        for (Workload workload : migration.kubernetes().deployments()) {
            deployments
                    .find(workload.name())
                    .map(Deployment::replicas)
                    .filter(count -> count > 0)
                    .ifPresent(count -> replicas.put(workload.name(), count));
        }
        return replicas;
    }
}
