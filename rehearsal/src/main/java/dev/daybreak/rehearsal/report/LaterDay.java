package dev.daybreak.rehearsal.report;

/// A day after the cutover.
///
/// @param day the first is 1
/// @param words what happened on it
public record LaterDay(int day, String words) {}
