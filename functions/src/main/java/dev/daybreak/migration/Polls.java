package dev.daybreak.migration;

import java.time.Duration;

/// How often a wait looks again, in whole seconds (a Wait state knows no less).
///
/// @param slow for what takes minutes: snapshots, clusters, removals
/// @param quick for what takes seconds: pods, secrets, readiness
public record Polls(Duration slow, Duration quick) {
    /// What holds where the settings say nothing. With the default limits, every wait of a
    /// migration and its return used to its end makes some 21,000 of the 25,000 events that an
    /// execution may have.
    public static final Polls DEFAULT = new Polls(Duration.ofSeconds(45), Duration.ofSeconds(2));

    public Polls {
        if (slow.toSeconds() < 1 || quick.toSeconds() < 1) {
            throw new IllegalArgumentException("a poll takes at least 1 second");
        }
    }
}
