package dev.daybreak.proof;

import java.util.List;

/// One thing that is not the same on both sides.
///
/// @param object the table, sequence, index, … as SQL names it
/// @param what a sentence for people; no row values
/// @param keys up to [#KEYS_MAX] keys of rows that differ (or the rows' ctids where a table has no
///   key)
public record Difference(String object, Kind kind, String what, List<String> keys) {
    /// What a person reads at once; the count in `what` tells the whole.
    public static final int KEYS_MAX = 10;

    public Difference {
        keys = List.copyOf(keys);
        if (keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("at most %d keys are listed".formatted(KEYS_MAX));
        }
    }

    /// Where the two sides part.
    public enum Kind {
        SCHEMA,
        COUNT,
        CONTENT,
        SEQUENCE
    }
}
