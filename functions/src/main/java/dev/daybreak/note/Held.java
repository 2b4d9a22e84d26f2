package dev.daybreak.note;

import dev.daybreak.proof.Holding;
import java.time.Instant;

/// What the old instance held when it was stopped for good. A decommission that was cut off is
/// known by it again.
///
/// @param run of the execution that began to take the instance away
/// @param at when it was read; the days of rest count from here
public record Held(String run, Instant at, Holding holding) {
    /// The tag of everything that this very decommission makes.
    public static final String TAG = "daybreak:decommission";
}
