package dev.daybreak.rehearsal.simulation.database;

/// What a slot hands on, in the order of commits.
sealed interface Change {
    /// A row of the application's.
    record Row(long key, long write) implements Change {}

    /// A marker of Daybreak's.
    record Marker(String id) implements Change {}
}
