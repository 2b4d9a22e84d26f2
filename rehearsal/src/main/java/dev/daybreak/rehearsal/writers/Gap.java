package dev.daybreak.rehearsal.writers;

import java.time.Duration;

/// The time between two acknowledged writes that follow each other.
public record Gap(Moment lastBefore, Moment firstAfter) {
    public Duration length() {
        return lastBefore.until(firstAfter);
    }

    boolean spans(Moment moment) {
        return !lastBefore.isAfter(moment) && firstAfter.isAfter(moment);
    }
}
