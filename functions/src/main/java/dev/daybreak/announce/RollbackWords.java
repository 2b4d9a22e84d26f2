package dev.daybreak.announce;

import dev.daybreak.announce.Announce.Order;
import dev.daybreak.migration.Migration;

/// What is said of a rollback's ending.
final class RollbackWords {
    private RollbackWords() {}

    static Words of(Migration migration, Order order, String cause) {
        var onAurora = onAurora(migration);
        return switch (order.ending()) {
            case ROLLED_BACK -> rolledBack(migration, cause);
            case ROLLBACK_REFUSED ->
                    new Words(
                            "rollback refused, nothing was touched",
                            "The rollback was refused: " + cause,
                            onAurora,
                            order.error().equals("Daybreak.WouldLose")
                                    ? "To go back all the same and lose what is named above, start the rollback with {\"acceptLoss\": true}."
                                    : "Mend what is named above, then start it again.");
            case ROLLBACK_UNDONE ->
                    new Words(
                            "rollback undone, the application runs on Aurora",
                            "The rollback failed at %s and was undone: %s"
                                    .formatted(order.state(), cause),
                            onAurora + " No write was lost.",
                            "Mend what is named above, then start it again.");
            default ->
                    new Words(
                            "rollback stopped, nothing was touched",
                            "The rollback stopped at %s: %s".formatted(order.state(), cause),
                            "The application was not interrupted; it runs where it ran.",
                            "Mend what is named above, then start it again.");
        };
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
