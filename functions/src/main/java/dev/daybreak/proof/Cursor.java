package dev.daybreak.proof;

import java.time.Instant;

/// Where a comparison goes on that did not end within one call. It travels through the workflow's
/// state: its size depends neither on how large tables are nor on how many there are.
///
/// @param began the first call
/// @param restarts how often it began anew because a snapshot was lost
/// @param rdsSnapshot as exported; held open beyond the call
/// @param soFar what is known of the tables before those at hand
public record Cursor(
        Instant began,
        int restarts,
        String rdsSnapshot,
        String auroraSnapshot,
        Comparison soFar,
        Reach rds,
        Reach aurora) {}
