package dev.daybreak.rehearsal.asl;

/// What goes on inside of a state that takes time.
@FunctionalInterface
interface Activity {
    Activity NONE = _ -> {};

    /// Ends it without a result.
    ///
    /// @param announced whether the history says so: it does when a sibling failed, and doesn't
    ///   when the whole execution ends
    void stop(boolean announced);
}
