package dev.daybreak.announce;

import dev.daybreak.alert.Alert;
import dev.daybreak.announce.Announce.Order;
import dev.daybreak.migration.Migration;
import java.util.ArrayList;
import java.util.Map;

/// The words for each ending: what happened, the state things are in, what to do next.
final class Message {
    private Message() {}

    static Alert of(Migration migration, Order order, String cause) {
        var details = new ArrayList<>(order.details());
        if (!order.error().isBlank()) {
            details.add("Step: %s, error: %s".formatted(order.state(), order.error()));
        }
        details.add("Execution: " + order.execution());
        return new Alert(
                order.ending().level(),
                subject(migration, order.ending()),
                happened(migration, order, cause),
                state(migration, order.ending()),
                next(migration, order.ending()),
                details,
                Map.of(
                        "migration", migration.name(),
                        "kind", order.ending().name(),
                        "step", order.state().isBlank() ? "-" : order.state()));
    }

    /// A name that is too long is cut, never what happened.
    private static String subject(Migration migration, Announce.Ending ending) {
        var headline = ": " + headline(ending);
        var text = "Daybreak " + migration.name();
        var room = Math.min(text.length(), Alert.SUBJECT_MAX - headline.length());
        return text.substring(0, room) + headline;
    }

    private static String headline(Announce.Ending ending) {
        return switch (ending) {
            case FINISHED -> "the application runs on Aurora";
            case REFUSED -> "not started, nothing was touched";
            case STOPPED -> "stopped before the window, nothing was touched";
            case RETURNED -> "returned, the application runs on RDS as before";
            case STAYED_ON_AURORA -> "ACT NOW: on Aurora, but not verified";
            case CLUSTER_LEFT -> "an unused Aurora cluster is left over";
        };
    }

    private static String happened(Migration migration, Order order, String cause) {
        return switch (order.ending()) {
            case FINISHED ->
                    "The migration to cluster %s is done: both databases were proven equal, every pod is connected to Aurora. %s"
                            .formatted(migration.target().cluster(), cause)
                            .strip();
            case REFUSED -> "The migration was refused: " + cause;
            case STOPPED -> "The migration stopped at %s: %s".formatted(order.state(), cause);
            case RETURNED ->
                    "The cutover failed at %s and was undone: %s".formatted(order.state(), cause);
            case STAYED_ON_AURORA ->
                    "The cutover failed at %s after the application had written to Aurora: %s"
                            .formatted(order.state(), cause);
            case CLUSTER_LEFT ->
                    "Cluster %s, which nothing uses, could not be removed: %s"
                            .formatted(migration.target().cluster(), cause);
        };
    }

    private static String state(Migration migration, Announce.Ending ending) {
        var rds = migration.source().instance();
        var aurora = migration.target().cluster();
        return switch (ending) {
            case FINISHED ->
                    "Aurora cluster %s takes the writes. RDS instance %s is fenced and unchanged since."
                            .formatted(aurora, rds);
            case REFUSED, STOPPED ->
                    "The application runs on RDS instance %s and was never interrupted."
                            .formatted(rds);
            case RETURNED ->
                    "The application runs on RDS instance %s with its original replicas; no write was lost."
                            .formatted(rds);
            case STAYED_ON_AURORA ->
                    "Aurora cluster %s takes the writes; RDS instance %s is fenced; no write is lost."
                            .formatted(aurora, rds);
            case CLUSTER_LEFT -> "The application runs on RDS instance %s.".formatted(rds);
        };
    }

    private static String next(Migration migration, Announce.Ending ending) {
        var namespace = migration.kubernetes().namespace();
        return switch (ending) {
            case FINISHED -> "Nothing now. Watch the application for some days.";
            case REFUSED, STOPPED, RETURNED -> "Mend what is named above, then start it again.";
            case STAYED_ON_AURORA ->
                    "Look at the pods: kubectl -n %s get pods. Do not point the application back to RDS: what it wrote to Aurora is not there."
                            .formatted(namespace);
            case CLUSTER_LEFT ->
                    "Remove it (it costs money): delete its writer, the cluster, then CloudFormation stack %s."
                            .formatted(migration.target().stack());
        };
    }
}
