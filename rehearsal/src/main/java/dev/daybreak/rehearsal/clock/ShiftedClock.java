package dev.daybreak.rehearsal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock on the wall, which can be turned forward: days pass in no time, and everything that
/// really works takes as long as it takes.
public final class ShiftedClock implements InstantSource {
    private volatile Duration shift = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(shift);
    }

    /// Never back.
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock is not turned back");
        }
        shift = shift.plus(by);
    }
}
