package dev.daybreak.proof;

import java.util.Map;

/// How far one side was read within the tables at hand: every piece before this place, none after.
///
/// @param table how many of the tables at hand are done
/// @param page of the next table, where its next piece begins
/// @param tallies by table, of what was read
public record Reach(int table, long page, Map<String, Tally> tallies) {
    /// Nothing is read.
    public static final Reach NOTHING = new Reach(0, 0, Map.of());

    public Reach {
        tallies = Map.copyOf(tallies);
    }
}
