package dev.daybreak.check;

import dev.daybreak.migration.Limits;
import java.time.Duration;
import java.time.Instant;

/// The day before a validation, as far as the cutover's own doings do not reach into it.
///
/// @param from never within the window, whose end nobody noted: its limits say when it was over
record LastDay(Instant from, Instant to) {
    private static final Duration DAY = Duration.ofDays(1);

    /// @param cutover when the way back was noted, before anything was touched
    static LastDay until(Instant now, Instant cutover, Limits limits) {
        var over =
                cutover.plus(limits.podsGone())
                        .plus(limits.fence())
                        .plus(limits.snapshot())
                        .plus(limits.aurora())
                        .plus(limits.secretRefresh())
                        .plus(limits.podsReady())
                        .plus(limits.verification());
        var day = now.minus(DAY);
        var from = day.isAfter(over) ? day : over;
        return new LastDay(from.isBefore(now) ? from : now, now);
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
