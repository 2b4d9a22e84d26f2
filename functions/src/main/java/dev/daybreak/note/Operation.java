package dev.daybreak.note;

import java.time.Instant;

/// Which execution may change things. One that has ended holds nothing, however it ended.
///
/// @param execution its ARN
public record Operation(Kind kind, String execution, Instant since) {
    /// What may not run at the same time.
    public enum Kind {
        MIGRATE,
        ROLLBACK,
        DECOMMISSION
    }
}
