package dev.daybreak.decommission;

import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Cause;
import dev.daybreak.runtime.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells people how a decommission ended, and looks for itself in which state things are.
public final class AnnounceDecommission {
    private final Migration migration;
    private final Instances instances;
    private final Snapshots snapshots;
    private final Journal journal;
    private final Alerts alerts;

    public AnnounceDecommission(
            Migration migration,
            Instances instances,
            Snapshots snapshots,
            Journal journal,
            Alerts alerts) {
        this.migration = migration;
        this.instances = instances;
        this.snapshots = snapshots;
        this.journal = journal;
        this.alerts = alerts;
    }

    /// How it ended.
    public enum Ending {
        FINISHED,
        REFUSED,
        STOPPED,
        /// The application's secret was found changed by what a stack operation did.
        SECRET_HARMED
    }

    /// @param state the workflow's state in which it was decided
    /// @param cause as Step Functions has it; blank where nothing went wrong
    /// @param execution its ARN
    public record Order(
            Ending ending,
            String state,
            String error,
            String cause,
            String execution,
            List<String> details) {
        public Order {
            details = details.stream().filter(line -> !line.isBlank()).toList();
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is on its way.
        record Announced(String subject) implements Answer {}
    }

    /// @param headline the end of the subject
    private record Words(Alert.Level level, String headline, String happened, String next) {}

    public Answer answer(Order order) {
        var words = words(order);
        var details = new ArrayList<>(order.details());
        if (!order.error().isBlank()) {
            details.add("Step: %s, error: %s".formatted(order.state(), order.error()));
        }
        details.add("Execution: " + order.execution());
        details.add("Look: " + Alert.console(order.execution()));
        var subject = "Daybreak %s: %s".formatted(migration.name(), words.headline());
        var cut = subject.substring(0, Math.min(subject.length(), Alert.SUBJECT_MAX));
        alerts.send(
                new Alert(
                        words.level(),
                        cut,
                        words.happened(),
                        state(),
                        words.next(),
                        details,
                        Map.of(
                                "migration",
                                migration.name(),
                                "kind",
                                "DECOMMISSION_" + order.ending().name(),
                                "step",
                                order.state().isBlank() ? "-" : order.state())));
        return new Answer.Announced(cut);
    }

    private Words words(Order order) {
        var id = migration.source().instance();
        var cause = Cause.sentence(order.cause());
        return switch (order.ending()) {
            case FINISHED ->
                    new Words(
                            Alert.Level.INFO,
                            "the old instance is gone, the move is over",
                            "Instance %s is deleted. Its last snapshot was restored and checked before."
                                    .formatted(id),
                            "Nothing. Keep snapshot %s for as long as you must."
                                    .formatted(migration.decommission().finalSnapshot()));
            case REFUSED ->
                    new Words(
                            Alert.Level.WARNING,
                            "decommission refused, nothing was done",
                            "Taking instance %s away was refused: %s".formatted(id, cause),
                            "Mend what is named above, then start decommission again.");
            case STOPPED, SECRET_HARMED -> trouble(order, cause);
        };
    }

    private Words trouble(Order order, String cause) {
        var id = migration.source().instance();
        return order.ending() == Ending.STOPPED
                ? new Words(
                        Alert.Level.WARNING,
                        "decommission stopped at %s".formatted(order.state()),
                        "Taking instance %s away stopped at %s: %s"
                                .formatted(id, order.state(), cause),
                        "Mend what is named above, then start decommission again: it goes on from where things stand.")
                : new Words(
                        Alert.Level.PAGE,
                        "ACT NOW: a stack operation changed the secret",
                        "Secret %s was changed before %s; its version from before was made current again. %s"
                                .formatted(migration.secret().id(), order.state(), cause),
                        "See that the application is well: curl %s. Then start decommission again."
                                .formatted(migration.health().url()));
    }

    private String state() {
        var held = journal.held().isPresent();
        return "The application runs on Aurora cluster %s, which takes the writes. RDS instance %s is %s%s. Snapshot %s is %s."
                .formatted(
                        migration.target().cluster(),
                        migration.source().instance(),
                        instances
                                .find(migration.source().instance())
                                .map(DatabaseInstance::status)
                                .map(status -> status + " and not deleted")
                                .orElse("deleted"),
                        held ? "; its reverse stream is closed, a rollback would lose writes" : "",
                        migration.decommission().finalSnapshot(),
                        snapshots
                                .find(migration.decommission().finalSnapshot())
                                .map(one -> one.status())
                                .orElse("not taken"));
    }
}
