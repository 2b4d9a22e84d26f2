package dev.daybreak.migration;

import java.time.LocalTime;

/// How the old instance is kept stopped: AWS starts a stopped one after seven days by itself, so it
/// is started and stopped before, at a time of our choice.
///
/// @param time when, in the zone of [Validation#zone]
/// @param afterDays how many days after it was stopped, at most 6
/// @param compare whether the two databases' schemas and row counts are compared while it runs
public record KeepStopped(LocalTime time, int afterDays, boolean compare) {}
