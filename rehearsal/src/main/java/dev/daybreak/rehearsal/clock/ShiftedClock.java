package dev.daybreak.rehearsal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The clock on the wall, which can be turned forward: days pass in no time, and everything that
/// really works takes as long as it takes.
public final class ShiftedClock implements InstantSource {
    private final List<Jump> jumps = new ArrayList<>(List.of(new Jump(Instant.MIN, Duration.ZERO)));

    /// From this moment of this machine on, the clock is so much ahead.
    private record Jump(Instant at, Duration ahead) {}

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(last().ahead());
    }

    /// Never back.
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock is not turned back");
        }
        jumps.add(new Jump(InstantSource.system().instant(), last().ahead().plus(by)));
    }

    private synchronized Jump last() {
        return jumps.getLast();
    }

    /// When that moment was by this machine's own clock; a moment that was jumped over was when the
    /// jump was.
    public synchronized Instant real(Instant moment) {
        for (var jump : jumps.reversed()) {
            var real = moment.minus(jump.ahead());
            if (real.isAfter(jump.at())) {
                return real;
            }
            if (moment.isAfter(jump.at().equals(Instant.MIN) ? jump.at() : endedAt(jump))) {
                return jump.at();
            }
        }
        return moment;
    }

    /// What the clock showed when this jump began.
    private Instant endedAt(Jump jump) {
        return jump.at().plus(jumps.get(jumps.indexOf(jump) - 1).ahead());
    }
}
