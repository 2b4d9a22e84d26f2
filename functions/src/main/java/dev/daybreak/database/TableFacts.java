package dev.daybreak.database;

/// What a migration must know of a table.
///
/// @param name schema and table, quoted where SQL needs it
/// @param rows the planner's estimate, -1 where it has none
/// @param bytes with indexes and TOAST
public record TableFacts(String name, long rows, long bytes, boolean hasKey, boolean isUnlogged) {}
