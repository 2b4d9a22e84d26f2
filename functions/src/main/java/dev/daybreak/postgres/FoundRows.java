package dev.daybreak.postgres;

import java.util.List;

/// Rows that differ.
///
/// @param what a sentence's end about them: `; 7 in big, text`, or why they were not searched for
/// @param keys as many as a person reads at once
record FoundRows(String what, List<String> keys) {
    FoundRows {
        keys = List.copyOf(keys);
    }

    static FoundRows none(String why) {
        return new FoundRows("; " + why, List.of());
    }
}
