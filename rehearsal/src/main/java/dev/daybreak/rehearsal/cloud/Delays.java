package dev.daybreak.rehearsal.cloud;

import java.time.Duration;

/// How slow the services are, beside the real work that they wait for.
///
/// @param sight how old the answer of a describe is: whatever changes shows only this much later
/// @param step between two things that a service does one after the other
/// @param removal how long a deletion takes at least; the name stays taken until then
public record Delays(Duration sight, Duration step, Duration removal) {
    /// Short enough to watch, long enough that a step which does not wait is found out.
    public static final Delays BRISK =
            new Delays(Duration.ofMillis(250), Duration.ofMillis(150), Duration.ofSeconds(1));

    public Delays {
        if (sight.isNegative() || step.isNegative() || removal.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative");
        }
    }
}
