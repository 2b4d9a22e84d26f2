package dev.daybreak.rehearsal.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that stands still until a test moves it.
final class SettableClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T20:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
