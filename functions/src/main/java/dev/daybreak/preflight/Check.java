package dev.daybreak.preflight;

import java.util.function.Function;

/// One question that is asked before the migration.
///
/// @param name what people and tests call it by
/// @param question what a pass answers with yes
record Check(String name, String question, Moment moment, Function<Sight, Verdict> answer) {
    /// When a question makes sense.
    enum Moment {
        /// Before anything is made and again after the approval.
        ALWAYS,
        /// Only before anything is made: later the answer is our own doing.
        FIRST,
        /// Only after the approval, when what it asks for was made.
        AGAIN
    }

    static Check always(String name, String question, Function<Sight, Verdict> answer) {
        return new Check(name, question, Moment.ALWAYS, answer);
    }

    static Check first(String name, String question, Function<Sight, Verdict> answer) {
        return new Check(name, question, Moment.FIRST, answer);
    }

    static Check again(String name, String question, Function<Sight, Verdict> answer) {
        return new Check(name, question, Moment.AGAIN, answer);
    }

    boolean isAskedAt(boolean again) {
        return switch (moment) {
            case ALWAYS -> true;
            case FIRST -> !again;
            case AGAIN -> again;
        };
    }
}
