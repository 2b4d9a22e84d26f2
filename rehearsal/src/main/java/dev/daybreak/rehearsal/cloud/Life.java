package dev.daybreak.rehearsal.cloud;

import java.time.Instant;
import java.util.Optional;

/// A moment in the life of something in the cloud.
///
/// @param kind `instance`, `snapshot`, `cluster` or `stack`
/// @param status AWS's own word; empty when it was gone
/// @param why what AWS says about it, where it says something
public record Life(
        Instant at, String kind, String id, Optional<String> status, Optional<String> why) {}
