package dev.daybreak.rehearsal.asl;

import java.util.List;

/// A way from one state to another.
public record Edge(String from, String to, Why why) {
    /// When the way is taken.
    public sealed interface Why {
        /// The state has done its work.
        record Done() implements Why {}

        /// A rule of a Choice state holds.
        ///
        /// @param condition the JSONata expression, or the rule's JSON where it uses operators
        record Chosen(String condition) implements Why {}

        /// No rule of a Choice state holds.
        record Otherwise() implements Why {}

        /// The state failed with one of these errors.
        record Caught(List<String> errors) implements Why {}
    }
}
