package dev.daybreak.migration;

import java.time.Duration;

/// How often a wait looks again, in whole seconds (a Wait state knows no less).
///
/// @param slow for what takes minutes: snapshots, clusters, removals
/// @param quick for what takes seconds: pods, secrets, readiness
public record Polls(Duration slow, Duration quick) {
    /// What holds where the settings say nothing.
    public static final Polls DEFAULT = new Polls(Duration.ofSeconds(20), Duration.ofSeconds(1));

    public Polls {
        if (slow.toSeconds() < 1 || quick.toSeconds() < 1) {
            throw new IllegalArgumentException("a poll takes at least 1 second");
        }
    }
}
