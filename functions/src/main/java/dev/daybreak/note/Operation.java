package dev.daybreak.note;

import java.time.Instant;
import java.util.Optional;

/// Which execution may change things. One that has ended holds nothing, however it ended.
///
/// @param execution its ARN
/// @param after what was under way before, and may have left a function at work
public record Operation(Kind kind, String execution, Instant since, Optional<Kind> after) {
    public Operation(Kind kind, String execution, Instant since) {
        this(kind, execution, since, Optional.empty());
    }

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
