package dev.daybreak.rehearsal.cloud;

import java.time.Instant;

/// What somebody did to a DB instance.
///
/// @param what `start`, `stop`, `delete`, `restore`
/// @param by `daybreak`, `aws` or `somebody`
public record InstanceDeed(Instant at, String instance, String what, String by) {}
