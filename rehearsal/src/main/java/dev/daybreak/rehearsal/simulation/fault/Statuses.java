package dev.daybreak.rehearsal.simulation.fault;

import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.stack.Stack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts a status that nobody has heard of into a description.
public final class Statuses {
    private static final String UNKNOWN = "reticulating-splines";

    private Statuses() {}

    static @Nullable Object unknown(@Nullable Object answer) {
        return answer instanceof Optional<?> found ? found.map(Statuses::changed) : answer;
    }

    private static Object changed(Object described) {
        return switch (described) {
            case Snapshot one ->
                    new Snapshot(
                            one.id(),
                            one.arn(),
                            one.instance(),
                            UNKNOWN,
                            one.percent(),
                            one.tags());
            case Stack one ->
                    new Stack(one.name(), UNKNOWN, one.reason(), one.outputs(), one.tags());
            case Cluster one ->
                    new Cluster(
                            one.id(),
                            UNKNOWN,
                            one.version(),
                            one.host(),
                            one.port(),
                            one.encrypted(),
                            one.deletionProtected(),
                            one.members(),
                            one.tags());
            case DatabaseInstance one -> in(one, UNKNOWN);
            default -> described;
        };
    }

    /// The same instance in another status.
    public static DatabaseInstance in(DatabaseInstance one, String status) {
        return new DatabaseInstance(
                one.id(),
                one.arn(),
                status,
                one.engine(),
                one.version(),
                one.host(),
                one.port(),
                one.allocatedGibibytes(),
                one.encrypted(),
                one.minorUpgradesAutomatic(),
                one.replicas(),
                one.pendingMaintenance(),
                one.masterSecret(),
                one.restorableUntil());
    }
}
