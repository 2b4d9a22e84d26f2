package dev.daybreak.fakes;

import dev.daybreak.alert.Alert;
import dev.daybreak.ports.Alerts;
import java.util.ArrayList;
import java.util.List;

/// Everything that people were told.
public final class FakeAlerts implements Alerts {
    private final Journal journal;
    private final List<Alert> sent = new ArrayList<>();

    FakeAlerts(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void send(Alert alert) {
        sent.add(alert);
        journal.write("send '%s'".formatted(alert.subject()));
    }

    public List<Alert> sent() {
        return List.copyOf(sent);
    }

    public Alert last() {
        return sent.getLast();
    }
}
