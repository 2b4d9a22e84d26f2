package dev.daybreak.keepstopped;

import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells people what became of the old instance's start.
public final class ReportKeeping {
    private final Migration migration;
    private final Instances instances;
    private final Alerts alerts;

    public ReportKeeping(Migration migration, Instances instances, Alerts alerts) {
        this.migration = migration;
        this.instances = instances;
        this.alerts = alerts;
    }

    /// How it ended.
    public enum Ending {
        LEFT_ALONE,
        STOPPED_AGAIN,
        EXERCISED,
        UNWELL,
        STILL_RUNNING
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
            details = List.copyOf(details);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is on its way.
        record Reported(String subject) implements Answer {}
    }

    /// @param headline the end of the subject
    private record Words(Alert.Level level, String headline, String happened, String next) {}

    public Answer answer(Order order) {
        var words = words(order);
        var subject = "Daybreak %s: %s".formatted(migration.name(), words.headline());
        var details = new ArrayList<>(order.details());
        if (!order.error().isBlank()) {
            details.add("Step: %s, error: %s".formatted(order.state(), order.error()));
        }
        details.add("Execution: " + order.execution());
        details.add("Look: " + Alert.console(order.execution()));
        alerts.send(
                new Alert(
                        words.level(),
                        subject.substring(0, Math.min(subject.length(), Alert.SUBJECT_MAX)),
                        words.happened(),
                        state(),
                        words.next(),
                        details,
                        Map.of(
                                "migration",
                                migration.name(),
                                "kind",
                                "KEEP_STOPPED_" + order.ending().name(),
                                "step",
                                order.state().isBlank() ? "-" : order.state())));
        return new Answer.Reported(subject);
    }

    private String state() {
        return "The application runs on Aurora cluster %s, which takes the writes. RDS instance %s is %s."
                .formatted(
                        migration.target().cluster(),
                        migration.source().instance(),
                        instances
                                .find(migration.source().instance())
                                .map(DatabaseInstance::status)
                                .orElse("gone"));
    }

    private Words words(Order order) {
        var id = migration.source().instance();
        return switch (order.ending()) {
            case LEFT_ALONE ->
                    new Words(
                            Alert.Level.INFO,
                            "somebody started the old instance; left alone",
                            "Instance %s was started, and not by AWS or Daybreak. It is left running."
                                    .formatted(id),
                            "Stop it when you are done with it (it costs money): " + stop());
            case STOPPED_AGAIN ->
                    new Words(
                            Alert.Level.INFO,
                            "the old instance is stopped again",
                            "AWS had started instance %s after seven days; it was stopped again."
                                    .formatted(id),
                            "Nothing.");
            case EXERCISED ->
                    new Words(
                            Alert.Level.INFO,
                            "the old instance ran for its check and is stopped",
                            "Instance %s was started before AWS would do it, is well, and was stopped again."
                                    .formatted(id),
                            "Nothing.");
            case UNWELL, STILL_RUNNING -> trouble(order);
        };
    }

    private Words trouble(Order order) {
        var id = migration.source().instance();
        var cause = Cause.sentence(order.cause());
        return order.ending() == Ending.UNWELL
                ? new Words(
                        Alert.Level.WARNING,
                        "the old instance is not what it was",
                        "Instance %s was started for its check, which found: %s"
                                .formatted(id, cause),
                        "Look into it before the instance is deleted; it may be your last copy of the days before the cutover.")
                : new Words(
                        Alert.Level.PAGE,
                        "ACT: the old instance could not be kept stopped",
                        "Keeping instance %s stopped failed at %s: %s"
                                .formatted(id, order.state(), cause),
                        "Stop it by hand once it is available: " + stop());
    }

    private String stop() {
        return "aws rds stop-db-instance --region %s --db-instance-identifier %s"
                .formatted(migration.region(), migration.source().instance());
    }
}
