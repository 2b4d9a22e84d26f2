package dev.daybreak.rehearsal.asl;

/// One reason why a definition is refused, and its place.
///
/// @param pointer the JSON pointer of the place in the file
/// @param state the state it belongs to; empty outside of all states
public record Problem(Kind kind, String pointer, String state, String what) {
    /// Whether Step Functions would refuse it too.
    public enum Kind {
        /// Step Functions refuses it, or it can't mean what its author wants.
        INVALID,
        /// Step Functions runs it and this interpreter doesn't, on purpose.
        UNSUPPORTED
    }

    @Override
    public String toString() {
        var place = pointer.isEmpty() ? "/" : pointer;
        return place + (state.isEmpty() ? "" : " (state '" + state + "')") + ": " + what;
    }
}
