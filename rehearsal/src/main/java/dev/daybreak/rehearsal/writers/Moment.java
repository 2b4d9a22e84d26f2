package dev.daybreak.rehearsal.writers;

import java.time.Duration;
import java.time.Instant;

/// A point in time: by the clock on the wall, for people, and by one that only runs forward, for
/// measuring.
public record Moment(Instant at, long nanos) {
    public Duration until(Moment later) {
        return Duration.ofNanos(later.nanos - nanos);
    }

    public boolean isAfter(Moment other) {
        return nanos - other.nanos > 0;
    }
}
