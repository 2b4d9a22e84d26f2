package dev.daybreak.aurora;

import dev.daybreak.database.ServerVersion;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Stacks;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.stack.AuroraParameters;
import dev.daybreak.stack.MonthlyCost;
import dev.daybreak.stack.StackOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Orders the Aurora stack from a snapshot.
public final class CreateAurora {
    private final Migration migration;
    private final Instances instances;
    private final Clusters clusters;
    private final Stacks stacks;

    public CreateAurora(
            Migration migration, Instances instances, Clusters clusters, Stacks stacks) {
        this.migration = migration;
        this.instances = instances;
        this.clusters = clusters;
        this.stacks = stacks;
    }

    /// @param snapshotArn Aurora's restore takes an instance's snapshot only by its ARN
    public record Order(String run, String snapshot, String snapshotArn) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is under way, or there already.
        record Ordered(String stack) implements Answer {}
    }

    public Answer answer(Order order) {
        var target = migration.target();
        var found = stacks.find(target.stack());
        if (found.isEmpty()) {
            stacks.create(order(order));
        } else if (!order.snapshot().equals(found.get().tags().get("daybreak:snapshot"))) {
            throw new Unexpected(
                    "Stack %s exists (%s) and was not made from snapshot %s. Remove it, or choose another target.cluster."
                            .formatted(target.stack(), found.get().status(), order.snapshot()));
        }
        return new Answer.Ordered(target.stack());
    }

    private StackOrder order(Order order) {
        var target = migration.target();
        return new StackOrder(
                target.stack(),
                parameters(order, source()),
                Map.of(
                        "daybreak:migration", migration.name(),
                        "daybreak:run", order.run(),
                        "daybreak:snapshot", order.snapshot()),
                order.snapshot());
    }

    /// Whatever the template asks for. Without a key of its own the cluster keeps its snapshot's.
    private SortedMap<String, String> parameters(Order order, DatabaseInstance source) {
        var target = migration.target();
        var network = migration.network();
        var parameters = new TreeMap<String, String>();
        parameters.put(AuroraParameters.SNAPSHOT, order.snapshotArn());
        parameters.put(AuroraParameters.CLUSTER, target.cluster());
        parameters.put(AuroraParameters.INSTANCE_CLASS, target.instanceClass());
        parameters.put(AuroraParameters.ENGINE_VERSION, version(source).toString());
        parameters.put(AuroraParameters.VPC, network.vpc());
        parameters.put(AuroraParameters.VPC_CIDR, network.cidr());
        parameters.put(AuroraParameters.SUBNETS, String.join(",", network.subnets()));
        parameters.put(
                AuroraParameters.DELETION_PROTECTION,
                Boolean.toString(target.deletionProtection()));
        target.kmsKey().ifPresent(key -> parameters.put(AuroraParameters.KMS_KEY, key));
        parameters.put(
                AuroraParameters.MONTHLY_COST,
                MonthlyCost.of(
                        target.instanceClass(), source.allocatedGibibytes(), migration.region()));
        return parameters;
    }

    private DatabaseInstance source() {
        var id = migration.source().instance();
        return instances
                .find(id)
                .orElseThrow(() -> new Unexpected("There is no DB instance %s.".formatted(id)));
    }

    /// The source's own version, or the next one of its major that Aurora has.
    private ServerVersion version(DatabaseInstance instance) {
        var source = ServerVersion.of(instance.version());
        return source.restorableTo(clusters.versions())
                .orElseThrow(
                        () ->
                                new Unexpected(
                                        "Aurora has no version %s or newer of that major. Wait for one; switch automatic minor upgrades of the source off."
                                                .formatted(source)));
    }
}
