package dev.daybreak.announce;

import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Alerts;
import dev.daybreak.runtime.Cause;
import java.util.List;

/// Tells people how an execution ended, once.
public final class Announce {
    private final Migration migration;
    private final Alerts alerts;

    public Announce(Migration migration, Alerts alerts) {
        this.migration = migration;
        this.alerts = alerts;
    }

    /// @param ending how it ended
    /// @param state the workflow's state in which it was decided
    /// @param error the error's name, blank where there was none
    /// @param cause as Step Functions has it: a sentence, or the JSON of a Java exception
    /// @param execution its ARN
    /// @param details further lines
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
        record Announced(String subject) implements Answer {}
    }

    public Answer answer(Order order) {
        var alert = Message.of(migration, order, Cause.sentence(order.cause()));
        alerts.send(alert);
        return new Answer.Announced(alert.subject());
    }

    /// How an execution can end.
    public enum Ending {
        FINISHED,
        REFUSED,
        STOPPED,
        RETURNED,
        STAYED_ON_AURORA,
        CLUSTER_LEFT,
        ROLLED_BACK,
        ROLLBACK_REFUSED,
        ROLLBACK_STOPPED,
        ROLLBACK_STILL_UNFINISHED,
        ROLLBACK_UNDONE;

        Alert.Level level() {
            return switch (this) {
                case FINISHED, ROLLED_BACK -> Alert.Level.INFO;
                case REFUSED,
                        STOPPED,
                        RETURNED,
                        CLUSTER_LEFT,
                        ROLLBACK_REFUSED,
                        ROLLBACK_STOPPED,
                        ROLLBACK_UNDONE ->
                        Alert.Level.WARNING;
                case STAYED_ON_AURORA, ROLLBACK_STILL_UNFINISHED -> Alert.Level.PAGE;
            };
        }
    }
}
