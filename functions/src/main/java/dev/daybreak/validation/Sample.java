package dev.daybreak.validation;

import java.util.List;

/// What was looked up before a marker was sent after it, so that a later look can tell a difference
/// from a write that is still on its way.
///
/// @param horizon a transaction id of Aurora's: every older row version was committed before the
///   marker was written
/// @param seed chooses which rows are sampled
/// @param strays rows of RDS that Aurora did not have before the marker
public record Sample(String horizon, int seed, List<Stray> strays) {
    /// A sample travels through the workflow's state.
    public static final int STRAYS_MAX = 50;

    public Sample {
        strays = List.copyOf(strays);
    }

    /// @param key the key's columns as texts
    /// @param version the row version's transaction id on RDS
    public record Stray(String table, List<String> key, String version) {
        public Stray {
            key = List.copyOf(key);
        }
    }
}
