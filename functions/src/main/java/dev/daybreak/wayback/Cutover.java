package dev.daybreak.wayback;

import java.time.Instant;

/// What a cutover leaves to those who may have to undo it.
///
/// @param at when it was written down, before anything was touched
/// @param run the execution's part of every name
public record Cutover(String execution, String run, Instant at, WayBack before) {}
