package dev.daybreak.approval;

import dev.daybreak.alert.Alert;
import dev.daybreak.forecast.Forecast;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Alerts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks people whether the window may open. The workflow waits until somebody sends its token back.
public final class RequestApproval {
    private final Migration migration;
    private final Alerts alerts;

    public RequestApproval(Migration migration, Alerts alerts) {
        this.migration = migration;
        this.alerts = alerts;
    }

    /// @param token the callback token: whoever has it and the right to call Step Functions can
    ///   answer
    public record Order(
            String token,
            String execution,
            Forecast forecast,
            List<String> warnings,
            long limitSeconds) {
        public Order {
            warnings = List.copyOf(warnings);
        }
    }

    /// What goes into the history; the workflow goes on with what comes back with the token.
    public sealed interface Answer {
        /// The question is on its way.
        record Asked() implements Answer {}
    }

    public Answer answer(Order order) {
        alerts.send(alert(order));
        return new Answer.Asked();
    }

    private Alert alert(Order order) {
        var forecast = order.forecast();
        return new Alert(
                Alert.Level.ASK,
                "Daybreak %s: approve the cutover?".formatted(migration.name()),
                "Aurora cluster %s is proven fit; the window can open. Forecast: the application is without its database for %.1f s."
                        .formatted(migration.target().cluster(), forecast.milliseconds() / 1000.0),
                "The application runs on RDS instance %s; nothing was touched."
                        .formatted(migration.source().instance()),
                "Within %s: %s".formatted(limit(order), answer(order, true)),
                details(order),
                Map.of("migration", migration.name(), "kind", "Approval"));
    }

    private static String limit(Order order) {
        var limit = Duration.ofSeconds(order.limitSeconds());
        return limit.equals(Duration.ofHours(limit.toHours()))
                ? "%d hours".formatted(limit.toHours())
                : "%d minutes".formatted(limit.toMinutes());
    }

    private List<String> details(Order order) {
        var lines = new ArrayList<String>();
        lines.add("To decline: " + answer(order, false));
        lines.add("Forecast of the downtime:");
        order.forecast()
                .parts()
                .forEach(
                        part ->
                                lines.add(
                                        "  %7.1f s  %s"
                                                .formatted(
                                                        part.milliseconds() / 1000.0,
                                                        part.what())));
        if (order.forecast().rebuild()) {
            lines.add(
                    "The source is being written to: Aurora is built anew from a final snapshot under the fence.");
        }
        order.warnings().forEach(warning -> lines.add("Warning: " + warning));
        lines.add("Execution: " + order.execution());
        return lines;
    }

    private String answer(Order order, boolean approved) {
        return "aws stepfunctions send-task-success --region %s --task-output '{\"approved\":%s}' --task-token '%s'"
                .formatted(migration.region(), approved, order.token());
    }
}
