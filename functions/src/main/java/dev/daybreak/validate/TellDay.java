package dev.daybreak.validate;

import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Alerts;
import dev.daybreak.runtime.Cause;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells people how the day was, once: briefly where all is well, else each finding with what to do
/// about it.
public final class TellDay {
    private static final String PREFIX = "Daybreak ";

    private final Migration migration;
    private final Alerts alerts;

    public TellDay(Migration migration, Alerts alerts) {
        this.migration = migration;
        this.alerts = alerts;
    }

    /// @param flows whether everything that is written to Aurora is to flow back to RDS
    /// @param details what is worth knowing although it is no finding
    /// @param green days in a row
    /// @param execution its ARN
    public record Order(
            LocalDate day,
            boolean flows,
            List<Finding> findings,
            List<String> details,
            int green,
            String execution) {
        public Order {
            findings = findings.stream().map(TellDay::readable).toList();
            details = List.copyOf(details);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is on its way.
        record Told(String subject) implements Answer {}
    }

    public Answer answer(Order order) {
        var alert = order.findings().isEmpty() ? good(order) : bad(order);
        alerts.send(alert);
        return new Answer.Told(alert.subject());
    }

    /// The workflow hands on the cause of a failure as it got it.
    private static Finding readable(Finding finding) {
        return new Finding(finding.check(), Cause.sentence(finding.what()), finding.todo());
    }

    private Alert good(Order order) {
        var wanted = migration.decommission().greenDays();
        return new Alert(
                Alert.Level.INFO,
                subject("all is well on %s (%d green days)".formatted(order.day(), order.green())),
                "Everything that was looked at on %s is as it should be.".formatted(order.day()),
                state(order),
                order.green() < wanted
                        ? "Nothing. %d of %d green days are there; then the old instance may go."
                                .formatted(order.green(), wanted)
                        : "Nothing has to be done. %d green days in a row are there: you may start the decommission when you like."
                                .formatted(order.green()),
                details(order),
                attributes(order));
    }

    private Alert bad(Order order) {
        var first = order.findings().getFirst();
        var count = order.findings().size();
        return new Alert(
                Alert.Level.WARNING,
                subject(
                        "%d finding%s on %s: %s"
                                .formatted(
                                        count, count == 1 ? "" : "s", order.day(), names(order))),
                "The validation of %s found something (%s): %s"
                        .formatted(order.day(), names(order), first.what()),
                state(order),
                count == 1
                        ? first.todo()
                        : "Go through the findings below, the first one first: " + first.todo(),
                details(order),
                attributes(order));
    }

    private String state(Order order) {
        return "By its secret the application runs on Aurora cluster %s, which takes the writes. %s"
                .formatted(
                        migration.target().cluster(),
                        order.flows()
                                ? "They are to flow back to RDS instance %s, which is fenced."
                                        .formatted(migration.source().instance())
                                : "Nothing flows back to RDS instance %s."
                                        .formatted(migration.source().instance()));
    }

    private static List<String> details(Order order) {
        var lines = new ArrayList<String>();
        for (var finding : order.findings()) {
            lines.add("%s: %s".formatted(finding.check(), finding.what()));
            lines.add("    To do: " + finding.todo());
        }
        lines.addAll(order.details());
        lines.add("Execution: " + order.execution());
        lines.add("Look: " + Alert.console(order.execution()));
        return lines;
    }

    private Map<String, String> attributes(Order order) {
        return Map.of(
                "migration", migration.name(),
                "kind", "VALIDATION",
                "day", order.day().toString(),
                "findings", order.findings().isEmpty() ? "-" : names(order),
                "greenDays", Integer.toString(order.green()));
    }

    private static String names(Order order) {
        return order.findings().stream()
                .map(Finding::check)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)))
                .stream()
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }

    /// A name that is too long is cut, then the end, never what happened.
    private String subject(String headline) {
        var end = ": " + headline;
        var room = Math.max(PREFIX.length(), Alert.SUBJECT_MAX - end.length());
        var name = PREFIX + migration.name();
        var text = name.substring(0, Math.min(name.length(), room)) + end;
        return text.substring(0, Math.min(text.length(), Alert.SUBJECT_MAX));
    }
}
