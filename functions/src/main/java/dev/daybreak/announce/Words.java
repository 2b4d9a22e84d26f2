package dev.daybreak.announce;

import dev.daybreak.announce.Announce.Order;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Rollback;

/// What is said of one ending.
///
/// @param headline the end of the subject
/// @param happened what happened
/// @param state who serves the application, and which database takes the writes
/// @param next what to do, best as a command
record Words(String headline, String happened, String state, String next) {
    static Words of(Migration migration, Order order, String cause) {
        return switch (order.ending()) {
            case FINISHED -> finished(migration, cause);
            case REFUSED ->
                    new Words(
                            "not started, nothing was touched",
                            "The migration was refused: " + cause,
                            untouched(migration),
                            "Mend what is named above, then start it again.");
            case STOPPED ->
                    new Words(
                            "stopped before the window, nothing was touched",
                            "The migration stopped at %s: %s".formatted(order.state(), cause),
                            untouched(migration),
                            "Mend what is named above, then start it again.");
            case RETURNED -> returned(migration, order, cause);
            case STAYED_ON_AURORA -> stayed(migration, order, cause);
            case CLUSTER_LEFT -> clusterLeft(migration, cause);
            case ROLLED_BACK,
                    ROLLBACK_REFUSED,
                    ROLLBACK_STOPPED,
                    ROLLBACK_STILL_UNFINISHED,
                    ROLLBACK_UNDONE ->
                    RollbackWords.of(migration, order, cause);
        };
    }

    private static Words finished(Migration migration, String cause) {
        return new Words(
                "the application runs on Aurora",
                "The migration to cluster %s is done: both databases were proven equal, every pod is connected to Aurora. %s"
                        .formatted(migration.target().cluster(), cause)
                        .strip(),
                "Aurora cluster %s takes the writes. RDS instance %s is fenced%s."
                        .formatted(
                                migration.target().cluster(),
                                migration.source().instance(),
                                migration.rollback() == Rollback.LOSSLESS
                                        ? "; everything that is written flows back to it"
                                        : " and unchanged since"),
                "Nothing now. It is validated every day from here on.");
    }

    private static Words returned(Migration migration, Order order, String cause) {
        return new Words(
                "returned, the application runs on RDS as before",
                "The cutover failed at %s and was undone: %s".formatted(order.state(), cause),
                "The application runs on RDS instance %s with its original replicas; no write was lost."
                        .formatted(migration.source().instance()),
                "Mend what is named above, then start it again.");
    }

    private static Words stayed(Migration migration, Order order, String cause) {
        return new Words(
                "ACT NOW: on Aurora, but not verified",
                "The cutover failed at %s after the application had written to Aurora: %s"
                        .formatted(order.state(), cause),
                "Aurora cluster %s takes the writes; RDS instance %s is fenced; no write is lost."
                        .formatted(migration.target().cluster(), migration.source().instance()),
                "Look at the pods: kubectl -n %s get pods. Do not point the application back to RDS by hand: what it wrote to Aurora may not be there."
                        .formatted(migration.kubernetes().namespace()));
    }

    private static Words clusterLeft(Migration migration, String cause) {
        return new Words(
                "an unused Aurora cluster is left over",
                "Cluster %s, which nothing uses, could not be removed: %s"
                        .formatted(migration.target().cluster(), cause),
                "The application runs on RDS instance %s.".formatted(migration.source().instance()),
                "Remove it (it costs money): delete its writer, the cluster, then CloudFormation stack %s."
                        .formatted(migration.target().stack()));
    }

    private static String untouched(Migration migration) {
        return "This execution did not interrupt the application: it runs on RDS instance %s, unless an earlier one was cut off in the middle."
                .formatted(migration.source().instance());
    }
}
