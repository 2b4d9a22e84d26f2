package dev.daybreak.wayback;

import dev.daybreak.runtime.Journal;
import java.time.InstantSource;

/// Notes the way back down for later executions, before anything is touched: a rollback days later
/// knows nothing else of this evening.
public final class NoteWayBack {
    private final Journal journal;
    private final InstantSource clock;

    public NoteWayBack(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /// @param execution its ARN
    public record Order(String execution, String run, WayBack before) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is noted down.
        record Noted() implements Answer {}
    }

    public Answer answer(Order order) {
        journal.write(new Cutover(order.execution(), order.run(), clock.instant(), order.before()));
        return new Answer.Noted();
    }
}
