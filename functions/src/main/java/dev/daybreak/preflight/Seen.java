package dev.daybreak.preflight;

import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unexpected;
import java.util.function.Function;
import java.util.function.Supplier;

/// One part of what preflight looks at, or why it could not be seen. A check of a part that could
/// not be seen refuses: not knowing is no pass.
sealed interface Seen<T> {
    record Here<T>(T value) implements Seen<T> {}

    record Unseen<T>(String why) implements Seen<T> {}

    /// Faults that pass by themselves (`Throttled`, `Unavailable`, `Overtaken`) go out, and the
    /// workflow runs the step again.
    static <T> Seen<T> of(Supplier<T> look) {
        try {
            return new Here<>(look.get());
        } catch (Denied | Unexpected fault) {
            return new Unseen<>(String.valueOf(fault.getMessage()));
        }
    }

    /// The value, for a look that builds on this one; its `Unexpected` makes that one unseen too.
    default T get() {
        return switch (this) {
            case Here<T>(var value) -> value;
            case Unseen<T>(var why) -> throw new Unexpected(why);
        };
    }

    default Verdict judge(Function<T, Verdict> question) {
        return switch (this) {
            case Here<T>(var value) -> question.apply(value);
            case Unseen<T>(var why) ->
                    Verdict.refuse(
                            "This could not be looked at: " + why,
                            "Make it possible to look, then start again.");
        };
    }
}
