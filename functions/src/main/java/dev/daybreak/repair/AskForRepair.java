package dev.daybreak.repair;

import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Alerts;
import dev.daybreak.runtime.Cause;
import java.util.List;
import java.util.Map;

/// Pages a person where the workflow cannot go on by itself and must not give up: it waits with its
/// token until they say that the cause is mended, and then goes on where it stood.
public final class AskForRepair {
    private final Migration migration;
    private final Alerts alerts;

    public AskForRepair(Migration migration, Alerts alerts) {
        this.migration = migration;
        this.alerts = alerts;
    }

    /// What cannot be finished.
    public enum Task {
        /// The application is being brought back to RDS.
        RETURN,
        /// The application runs on Aurora, and whoever set its replicas before does not yet again.
        SCALERS,
        /// The application runs on Aurora, and what it writes does not flow back to RDS yet.
        STREAM,
        /// The application is being brought back to RDS days later, and RDS is open already.
        ROLLBACK,
        /// A rollback is being undone: the application goes back to Aurora.
        ROLLBACK_UNDO
    }

    /// @param state the workflow's state that failed
    /// @param cause as Step Functions has it: a sentence, or the JSON of a Java exception
    /// @param token whoever has it and the right to call Step Functions can let the workflow go on
    public record Order(
            Task task,
            String state,
            String error,
            String cause,
            String token,
            String execution,
            long limitSeconds) {}

    /// What goes into the history; the workflow goes on when the token comes back.
    public sealed interface Answer {
        /// The page is on its way.
        record Paged(String subject) implements Answer {}
    }

    public Answer answer(Order order) {
        var alert = alert(order);
        alerts.send(alert);
        return new Answer.Paged(alert.subject());
    }

    private Alert alert(Order order) {
        return new Alert(
                Alert.Level.PAGE,
                subject(headline(order.task())),
                "%s failed: %s".formatted(order.state(), Cause.sentence(order.cause())),
                state(order.task()),
                "Mend the cause, then let the workflow go on: aws stepfunctions send-task-success --region %s --task-output '{}' --task-token '%s'"
                        .formatted(migration.region(), order.token()),
                List.of(
                        "It waits for %d minutes, then it ends where it stands."
                                .formatted(order.limitSeconds() / 60),
                        "By hand: docs/what-if.md, \"What if the return fails?\"",
                        "Step: %s, error: %s".formatted(order.state(), order.error()),
                        "Execution: " + order.execution()),
                Map.of(
                        "migration", migration.name(),
                        "kind", order.task().name(),
                        "step", order.state()));
    }

    /// A name that is too long is cut, never what happened.
    private String subject(String headline) {
        var name = "Daybreak " + migration.name();
        var room = Math.min(name.length(), Alert.SUBJECT_MAX - headline.length());
        return name.substring(0, room) + headline;
    }

    private static String headline(Task task) {
        return switch (task) {
            case RETURN -> ": ACT NOW: the return to RDS is stuck";
            case SCALERS -> ": ACT NOW: on Aurora, but autoscaling is still paused";
            case STREAM -> ": ACT NOW: on Aurora, but the way back is not open";
            case ROLLBACK -> ": ACT NOW: the rollback to RDS is stuck";
            case ROLLBACK_UNDO -> ": ACT NOW: the way back to Aurora is stuck";
        };
    }

    private String state(Task task) {
        var rds = migration.source().instance();
        return switch (task) {
            case RETURN ->
                    "The cutover is being undone. The application may be scaled to zero and RDS instance %s may be fenced; no write is lost."
                            .formatted(rds);
            case STREAM ->
                    "Aurora cluster %s takes the writes and keeps them for RDS instance %s, which is fenced; no write is lost."
                            .formatted(migration.target().cluster(), rds);
            case ROLLBACK ->
                    "The rollback is past its point of no return: RDS instance %s has everything and takes the writes; no write is lost. The application may be scaled to zero; Aurora cluster %s is fenced."
                            .formatted(rds, migration.target().cluster());
            case ROLLBACK_UNDO ->
                    "The rollback is being undone. The application may be scaled to zero and both databases fenced; everything is on Aurora cluster %s; no write is lost."
                            .formatted(migration.target().cluster());
            case SCALERS ->
                    "Aurora cluster %s takes the writes; RDS instance %s is fenced; no write is lost."
                            .formatted(migration.target().cluster(), rds);
        };
    }
}
