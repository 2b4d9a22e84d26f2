package dev.daybreak.rehearsal.cloud;

import java.time.Instant;
import java.util.Optional;

/// What somebody did to a DB instance, and what was noted down at that moment.
///
/// @param what `start`, `stop`, `delete`, `restore`
/// @param by `daybreak`, `aws` or `somebody`
/// @param wanted the note whether we want the old instance to run
/// @param days the note of each day's validation
public record InstanceDeed(
        Instant at,
        String instance,
        String what,
        String by,
        Optional<String> wanted,
        Optional<String> days) {}
