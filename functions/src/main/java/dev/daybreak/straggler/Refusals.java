package dev.daybreak.straggler;

import java.util.List;

/// Attempts that a fenced database refused.
///
/// @param by who made them, most attempts first
/// @param isWhole whether all of the log was read
public record Refusals(List<Straggler> by, boolean isWhole) {
    public Refusals {
        by = List.copyOf(by);
    }

    /// Somebody who still uses the old host.
    ///
    /// @param client its address
    /// @param application its `application_name`, where the log has it; blank otherwise
    public record Straggler(String client, String user, String application, long attempts) {}
}
