package dev.daybreak.rehearsal.report;

import java.time.Duration;
import java.time.Instant;

/// One stay in a state of the workflow.
public record Visit(String state, Instant entered, Instant left) {
    public Duration took() {
        return Duration.between(entered, left);
    }

    /// How much of it lies between two moments.
    public Duration within(Instant from, Instant until) {
        var begin = entered.isAfter(from) ? entered : from;
        var end = left.isBefore(until) ? left : until;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
