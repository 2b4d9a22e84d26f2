package dev.daybreak.rehearsal.writers;

import java.time.Duration;

/// How often a client tries to write.
public record Rate(int perSecond) {
    /// Enough to be live, and little enough to leave a small machine to the migration.
    public static final Rate LIVELY = new Rate(50);

    public static final Rate NOW_AND_THEN = new Rate(10);

    public Rate {
        if (perSecond < 1 || perSecond > 10_000) {
            throw new IllegalArgumentException(
                    "a rate of " + perSecond + " a second is not 1-10000");
        }
    }

    Duration interval() {
        return Duration.ofSeconds(1).dividedBy(perSecond);
    }
}
