package dev.daybreak.announce;

import dev.daybreak.announce.Announce.Order;
import dev.daybreak.migration.Migration;

/// What is said of a rollback's ending.
final class RollbackWords {
    /// There it is not known yet where things stand.
    private static final String FIRST = "BeginRollback";

    private static final String UNTOUCHED =
            "The application was not touched: it runs as it did before this execution.";

    private RollbackWords() {}

    static Words of(Migration migration, Order order, String cause) {
        var onAurora = onAurora(migration);
        return switch (order.ending()) {
            case ROLLED_BACK -> rolledBack(migration, cause);
            case ROLLBACK_REFUSED ->
                    new Words(
                            "rollback refused, the application was not touched",
                            "The rollback was refused: " + cause,
                            order.state().equals(FIRST) ? UNTOUCHED : onAurora,
                            next(order));
            case ROLLBACK_STILL_UNFINISHED -> stillUnfinished(order, cause);
            case ROLLBACK_UNDONE ->
                    new Words(
                            "rollback undone, the application runs on Aurora",
                            "The rollback failed at %s and was undone: %s"
                                    .formatted(order.state(), cause),
                            onAurora + " No write was lost.",
                            "Mend what is named above, then start it again.");
            default ->
                    new Words(
                            "rollback stopped, the application was not touched",
                            "The rollback stopped at %s: %s".formatted(order.state(), cause),
                            UNTOUCHED,
                            "Mend what is named above, then start it again.");
        };
    }

    private static Words stillUnfinished(Order order, String cause) {
        return new Words(
                "ACT NOW: a rollback did not come to its end",
                "The rollback ended at %s: %s".formatted(order.state(), cause),
                "A rollback before this one did not come to its end either. Where it was cut off in the middle, the application is down or its autoscaler paused: look at the pods.",
                next(order));
    }

    private static String next(Order order) {
        return order.error().equals("Daybreak.WouldLose")
                ? "To go back all the same and lose what is named above, start the rollback with {\"acceptLoss\": true}."
                : "Mend what is named above, then start it again.";
    }

    private static String onAurora(Migration migration) {
        return "The application runs on Aurora cluster %s, which takes the writes. RDS instance %s is fenced."
                .formatted(migration.target().cluster(), migration.source().instance());
    }

    private static Words rolledBack(Migration migration, String loss) {
        return new Words(
                loss.isBlank()
                        ? "rolled back, the application runs on RDS"
                        : "rolled back WITH LOSS, the application runs on RDS",
                loss.isBlank()
                        ? "The application is back on RDS instance %s with everything that it wrote to Aurora; both databases were proven equal."
                                .formatted(migration.source().instance())
                        : "The application is back on RDS instance %s. The loss was accepted: %s"
                                .formatted(migration.source().instance(), loss),
                "RDS instance %s takes the writes. Aurora cluster %s is fenced, and nothing uses it."
                        .formatted(migration.source().instance(), migration.target().cluster()),
                "Before a new migration, remove the cluster (docs/what-if.md, \"What is left after a rollback?\"); until then it costs money.");
    }
}
