package dev.daybreak.handover;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.ports.Stacks;
import dev.daybreak.stack.AuroraParameters;
import dev.daybreak.stack.Stack;

/// Looks that the Aurora stack stands alone: the snapshot that its cluster came from is still the
/// value of its parameter, so no later deployment replaces the cluster by an empty one.
public final class CheckAlone {
    private final Migration migration;
    private final Stacks stacks;
    private final StackChanges changes;
    private final Clusters clusters;

    public CheckAlone(Migration migration, Stacks stacks, StackChanges changes, Clusters clusters) {
        this.migration = migration;
        this.stacks = stacks;
        this.changes = changes;
        this.clusters = clusters;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It does.
        record Alone(String snapshot) implements Answer {}

        /// Something of it is not as it must be.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var name = migration.target().stack();
        var status = stacks.find(name).map(Stack::status).orElse("gone");
        var cluster = clusters.find(migration.target().cluster());
        if (!status.endsWith("_COMPLETE") || status.contains("ROLLBACK")) {
            return new Answer.Failed("Stack %s is %s.".formatted(name, status));
        }
        var snapshot = changes.parameters(name).getOrDefault(AuroraParameters.SNAPSHOT, "");
        if (snapshot.isBlank()) {
            return new Answer.Failed(
                    "Parameter %s of stack %s is empty: the stack's next update would replace the cluster by an empty one. Do not deploy it; put the snapshot's ARN back first."
                            .formatted(AuroraParameters.SNAPSHOT, name));
        }
        return cluster.filter(one -> one.isAvailable()).isPresent()
                ? new Answer.Alone(snapshot)
                : new Answer.Failed(
                        "Aurora cluster %s is not available."
                                .formatted(migration.target().cluster()));
    }
}
