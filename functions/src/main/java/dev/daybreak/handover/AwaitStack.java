package dev.daybreak.handover;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Stacks;
import dev.daybreak.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Waits until a stack has done what it was ordered to.
public final class AwaitStack {
    private final Migration migration;
    private final Stacks stacks;
    private final InstantSource clock;

    public AwaitStack(Migration migration, Stacks stacks, InstantSource clock) {
        this.migration = migration;
        this.stacks = stacks;
        this.clock = clock;
    }

    /// Which stack.
    public enum Which {
        OLD,
        AURORA
    }

    /// @param since when the wait began
    public record Order(Which which, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is complete.
        record Complete(String status) implements Answer {}

        /// Look again later.
        record NotYet(String status) implements Answer {}

        /// It did not do it.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var name =
                switch (order.which()) {
                    case OLD -> oldStack();
                    case AURORA -> migration.target().stack();
                };
        var found = stacks.find(name);
        var status = found.map(Stack::status).orElse("gone");
        if (status.endsWith("_COMPLETE") && !status.contains("ROLLBACK")) {
            return new Answer.Complete(status);
        }
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().removal();
        return status.endsWith("_IN_PROGRESS") && waited.compareTo(limit) < 0
                ? new Answer.NotYet(status)
                : new Answer.Failed(
                        "Stack %s is %s after %d s (limit %d s). %s"
                                .formatted(
                                        name,
                                        status,
                                        waited.toSeconds(),
                                        limit.toSeconds(),
                                        found.flatMap(Stack::reason).orElse(""))
                                .strip());
    }

    private String oldStack() {
        return migration
                .decommission()
                .oldStack()
                .orElseThrow(() -> new Unexpected("The settings name no decommission.oldStack."));
    }
}
