package dev.daybreak.rehearsal.cloud;

import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Alerts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keeps every message, in the order of their arrival.
public final class Sns implements Alerts {
    /// More are lost on the way to a queue (page "message attributes" of the SNS Developer Guide).
    private static final int ATTRIBUTES_MAX = 10;

    private final Region region;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Consumer<Sent>> subscribers = new ArrayList<>();

    Sns(Region region) {
        this.region = region;
    }

    /// A message that people got.
    public record Sent(Instant at, Alert alert) {}

    @Override
    public void send(Alert alert) {
        region.run(
                "Alerts",
                "send",
                () -> {
                    if (alert.attributes().size() > ATTRIBUTES_MAX) {
                        throw new Unexpected(
                                "InvalidParameterValue: a message has at most %d attributes."
                                        .formatted(ATTRIBUTES_MAX));
                    }
                    var message = new Sent(region.now(), alert);
                    sent.add(message);
                    subscribers.forEach(one -> one.accept(message));
                });
    }

    /// Hears every message from now on, at once, in the sender's thread.
    public void subscribe(Consumer<Sent> subscriber) {
        region.update(() -> subscribers.add(subscriber));
    }

    public List<Sent> sent() {
        return region.locked(() -> List.copyOf(sent));
    }
}
