package dev.daybreak.validate;

import java.time.Instant;
import java.time.LocalDate;

/// What one validation will do.
///
/// @param day that it is about, in the zone of the settings
/// @param marker that is sent down the reverse stream
/// @param flows whether everything that is written to Aurora is to flow back to RDS
/// @param cutover when the way back was noted
public record ValidationPlan(
        LocalDate day,
        String marker,
        boolean flows,
        Instant cutover,
        long slowPollSeconds,
        long quickPollSeconds) {}
