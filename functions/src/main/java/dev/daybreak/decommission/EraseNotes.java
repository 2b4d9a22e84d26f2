package dev.daybreak.decommission;

import dev.daybreak.runtime.Journal;

/// Erases what this migration noted down: with the old instance gone, nothing of it holds any more.
public final class EraseNotes {
    private final Journal journal;

    public EraseNotes(Journal journal) {
        this.journal = journal;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Nothing is noted any more.
        record Erased() implements Answer {}
    }

    public Answer answer(Order order) {
        journal.erase();
        return new Answer.Erased();
    }
}
