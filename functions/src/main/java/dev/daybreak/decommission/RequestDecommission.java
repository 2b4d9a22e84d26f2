package dev.daybreak.decommission;

import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Decommission.Remove;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Held;
import dev.daybreak.ports.Alerts;
import dev.daybreak.runtime.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks people twice: whether the way back may be given up, and whether the old instance may be
/// deleted. The workflow waits until somebody sends its token back.
public final class RequestDecommission {
    private final Migration migration;
    private final Journal journal;
    private final Alerts alerts;

    public RequestDecommission(Migration migration, Journal journal, Alerts alerts) {
        this.migration = migration;
        this.journal = journal;
        this.alerts = alerts;
    }

    /// What people are asked.
    public enum Question {
        /// From here a rollback loses writes.
        LEAVE,
        /// From here there is no instance to go back to.
        DELETE
    }

    /// @param token the callback token: whoever has it and the right to call Step Functions can
    ///   answer
    /// @param facts what was found, a sentence each
    public record Order(
            Question question,
            String token,
            String execution,
            List<String> facts,
            long limitSeconds) {
        public Order {
            facts = List.copyOf(facts);
        }
    }

    /// What goes into the history; the workflow goes on with what comes back with the token.
    public sealed interface Answer {
        /// The question is on its way.
        record Asked() implements Answer {}
    }

    public Answer answer(Order order) {
        alerts.send(
                switch (order.question()) {
                    case LEAVE -> leave(order);
                    case DELETE -> delete(order);
                });
        return new Answer.Asked();
    }

    private Alert leave(Order order) {
        var id = migration.source().instance();
        return new Alert(
                Alert.Level.ASK,
                subject("stop the old instance for good?"),
                "Instance %s can be taken away. If you approve, the reverse stream is closed first: FROM THERE ON A ROLLBACK LOSES EVERY WRITE that Aurora takes. Then the instance is stopped for %d days, its last snapshot is taken, restored and checked, and you are asked again before anything is deleted."
                        .formatted(id, migration.decommission().stoppedDays()),
                "The application runs on Aurora cluster %s, which takes the writes. Instance %s still follows it; nothing was touched."
                        .formatted(migration.target().cluster(), id),
                next(order),
                details(order),
                attributes("Leave"));
    }

    private Alert delete(Order order) {
        var id = migration.source().instance();
        var what =
                migration.decommission().remove() == Remove.STACK
                        ? "Instance %s and CloudFormation stack %s"
                                .formatted(id, migration.decommission().oldStack().orElse(""))
                        : "Instance %s".formatted(id);
        return new Alert(
                Alert.Level.ASK,
                subject("DELETE the old instance?"),
                "%s can be deleted. Its last snapshot %s was restored into a throw-away instance and held exactly what the instance held when it was stopped. If you approve, %s deleted; there is no undo but that snapshot%s."
                        .formatted(
                                what,
                                migration.decommission().finalSnapshot(),
                                what.contains(" and ") ? "both are" : "it is",
                                migration.decommission().keepAutomatedBackups()
                                        ? " and the automated backups, which are kept"
                                        : ""),
                "The application runs on Aurora cluster %s, which takes the writes. Instance %s is running and fenced; nothing was deleted."
                        .formatted(migration.target().cluster(), id),
                next(order),
                details(order),
                attributes("Delete"));
    }

    private String subject(String question) {
        var name = "Daybreak " + migration.name();
        var end = ": " + question;
        return name.substring(0, Math.min(name.length(), Alert.SUBJECT_MAX - end.length())) + end;
    }

    private Map<String, String> attributes(String question) {
        return Map.of("migration", migration.name(), "kind", "Approval", "question", question);
    }

    private String next(Order order) {
        return "Within %d hours: %s"
                .formatted(Duration.ofSeconds(order.limitSeconds()).toHours(), answer(order, true));
    }

    private List<String> details(Order order) {
        var lines = new ArrayList<String>();
        lines.add("To decline: " + answer(order, false));
        lines.addAll(order.facts());
        journal.held()
                .map(Held::holding)
                .ifPresent(
                        one ->
                                lines.add(
                                        "Instance %s held %d tables with %d rows."
                                                .formatted(
                                                        migration.source().instance(),
                                                        one.tables(),
                                                        one.rows())));
        lines.add("Execution: " + order.execution());
        lines.add("Look: " + Alert.console(order.execution()));
        return lines;
    }

    private String answer(Order order, boolean approved) {
        return "aws stepfunctions send-task-success --region %s --task-output '{\"approved\":%s}' --task-token '%s'"
                .formatted(migration.region(), approved, order.token());
    }
}
