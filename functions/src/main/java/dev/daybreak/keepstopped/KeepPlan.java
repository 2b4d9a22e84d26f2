package dev.daybreak.keepstopped;

/// What one execution of keep-stopped does.
///
/// @param instance that this is about
/// @param scheduled whether the daily schedule woke us, and not an event of RDS
/// @param stopPollSeconds between two tries to stop an instance that is starting
public record KeepPlan(
        String instance, boolean scheduled, long stopPollSeconds, long slowPollSeconds) {}
