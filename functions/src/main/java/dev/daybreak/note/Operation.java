package dev.daybreak.note;

import java.time.Instant;

/// Which execution may change things. One that has ended holds nothing, however it ended.
///
/// @param execution its ARN
public record Operation(Kind kind, String execution, Instant since) {
    /// Why somebody else may not begin, for people.
    public String refusal() {
        return "Another execution is under way (%s, since %s): %s. Let it end, or stop it, then start again."
                .formatted(kind, since, execution);
    }

    /// What may not run at the same time.
    public enum Kind {
        MIGRATE,
        ROLLBACK,
        DECOMMISSION
    }
}
