package dev.daybreak.preflight;

/// What a check came to, in sentences for people.
sealed interface Verdict {
    /// @param note worth knowing all the same; blank where there is nothing to say
    record Pass(String note) implements Verdict {}

    /// Not in the way, but somebody should know before they approve.
    record Warn(String what, String todo) implements Verdict {}

    /// The migration does not begin like this.
    record Refuse(String what, String todo) implements Verdict {}

    static Verdict pass() {
        return new Pass("");
    }

    static Verdict note(String note) {
        return new Pass(note);
    }

    static Verdict warn(String what, String todo) {
        return new Warn(what, todo);
    }

    static Verdict refuse(String what, String todo) {
        return new Refuse(what, todo);
    }
}
