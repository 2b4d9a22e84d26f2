package dev.daybreak.ports;

import dev.daybreak.alert.Alert;

/// Messages to people, by SNS. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface Alerts {
    /// Sends it; after a lost answer a second sending may reach people twice.
    void send(Alert alert);
}
