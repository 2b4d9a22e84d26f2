package dev.daybreak.handover;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.stack.ImportPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Looks what a planned import would do, and refuses it where that is anything but an import: a row
/// that replaces or removes costs the cluster.
public final class CheckImport {
    private final Migration migration;
    private final StackChanges changes;
    private final InstantSource clock;

    public CheckImport(Migration migration, StackChanges changes, InstantSource clock) {
        this.migration = migration;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param since when it was planned
    public record Order(String changeSet, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It imports, and nothing else.
        record Safe(int imports) implements Answer {}

        /// It is still being made.
        record NotYet(String status) implements Answer {}

        /// It would do more, or could not be made.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var stack = migration.target().stack();
        var found = changes.look(stack, order.changeSet());
        var status = found.map(ImportPlan::status).orElse("not visible");
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().removal();
        if (status.equals("CREATE_COMPLETE")) {
            return judged(order, found.orElseThrow());
        }
        var isUnderWay =
                status.equals("not visible")
                        || status.endsWith("_PENDING")
                        || status.endsWith("_IN_PROGRESS");
        return isUnderWay && waited.compareTo(limit) < 0
                ? new Answer.NotYet(status)
                : new Answer.Refused(
                        "Change set %s of stack %s is %s after %d s (limit %d s). %s"
                                .formatted(
                                        order.changeSet(),
                                        stack,
                                        status,
                                        waited.toSeconds(),
                                        limit.toSeconds(),
                                        found.map(ImportPlan::reason).orElse(""))
                                .strip());
    }

    private Answer judged(Order order, ImportPlan plan) {
        var others = plan.changes().stream().filter(one -> !one.isImport()).toList();
        if (others.isEmpty() && !plan.changes().isEmpty()) {
            return new Answer.Safe(plan.changes().size());
        }
        var rows =
                others.stream()
                        .map(
                                one ->
                                        "%s of %s %s (replacement: %s)"
                                                .formatted(
                                                        one.action(),
                                                        one.type(),
                                                        one.logicalId(),
                                                        one.replacement().isBlank()
                                                                ? "none"
                                                                : one.replacement()))
                        .toList();
        return new Answer.Refused(
                "Change set %s of stack %s is not executed: it would do more than import: %s."
                        .formatted(
                                order.changeSet(),
                                migration.target().stack(),
                                String.join(", ", rows)));
    }
}
