package dev.daybreak.handover;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.ports.Stacks;
import dev.daybreak.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Deletes the old stack, once it retains what is handed over; run again until it is gone.
public final class DeleteOldStack {
    private final Migration migration;
    private final Stacks stacks;
    private final StackChanges changes;
    private final InstantSource clock;

    public DeleteOldStack(
            Migration migration, Stacks stacks, StackChanges changes, InstantSource clock) {
        this.migration = migration;
        this.stacks = stacks;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param kept the logical ids of what must stay
    /// @param since when the deletion began
    public record Order(List<String> kept, Instant since) {
        public Order {
            kept = List.copyOf(kept);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is gone.
        record Gone() implements Answer {}

        /// Look again later.
        record NotYet(String status) implements Answer {}

        /// It will not go, or would take something along.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var name =
                migration
                        .decommission()
                        .oldStack()
                        .orElseThrow(
                                () ->
                                        new Unexpected(
                                                "The settings name no decommission.oldStack."));
        var found = stacks.find(name);
        if (found.isEmpty()) {
            return new Answer.Gone();
        }
        var status = found.get().status();
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().removal();
        if (waited.compareTo(limit) >= 0 || status.equals("DELETE_FAILED")) {
            return new Answer.Failed(
                    "Stack %s is %s after %d s (limit %d s). %s"
                            .formatted(
                                    name,
                                    status,
                                    waited.toSeconds(),
                                    limit.toSeconds(),
                                    found.flatMap(Stack::reason).orElse(""))
                            .strip());
        }
        return status.endsWith("_IN_PROGRESS") ? new Answer.NotYet(status) : deleted(name, order);
    }

    private Answer deleted(String name, Order order) {
        var left = OldTemplate.read(name, changes.template(name)).unretained(order.kept());
        if (!left.isEmpty()) {
            return new Answer.Failed(
                    "Stack %s is left alone: it would delete %s."
                            .formatted(name, String.join(", ", left)));
        }
        stacks.delete(name);
        return new Answer.NotYet("DELETE_IN_PROGRESS");
    }
}
