package dev.daybreak.rollback;

import dev.daybreak.wayback.WayBack;
import java.time.Instant;

/// Where a rollback stands and what it puts back.
///
/// @param since when the cutover was
/// @param version the secret's current version; an undone rollback goes back to it
/// @param host where Aurora answers
/// @param before as the cutover recorded it, with today's replicas
public record Bearings(Instant since, String version, String host, int port, WayBack before) {}
