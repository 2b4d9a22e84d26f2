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
        details.add("Look: " + Alert.console(order.execution()));
        var words = Words.of(migration, order, cause);
        return new Alert(
                order.ending().level(),
                subject(migration, words),
                words.happened(),
                words.state(),
                words.next(),
                details,
                Map.of(
                        "migration", migration.name(),
                        "kind", order.ending().name(),
                        "step", order.state().isBlank() ? "-" : order.state()));
    }

    /// A name that is too long is cut, never what happened.
    private static String subject(Migration migration, Words words) {
        var headline = ": " + words.headline();
        var text = "Daybreak " + migration.name();
        var room = Math.min(text.length(), Alert.SUBJECT_MAX - headline.length());
        return text.substring(0, room) + headline;
    }
}
