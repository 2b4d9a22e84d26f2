package dev.daybreak.validate;

import dev.daybreak.note.Day;
import dev.daybreak.runtime.Journal;
import dev.daybreak.validation.Finding;
import java.time.LocalDate;
import java.util.List;

/// Notes how the day was: a decommission counts green days.
public final class NoteDay {
    private final Journal journal;

    public NoteDay(Journal journal) {
        this.journal = journal;
    }

    public record Order(LocalDate day, List<Finding> findings) {
        public Order {
            findings = List.copyOf(findings);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// @param green days in a row, this one included
        record Noted(int green) implements Answer {}
    }

    public Answer answer(Order order) {
        var names = order.findings().stream().map(one -> one.check().name()).distinct().toList();
        var before = journal.days();
        var days = before.with(new Day(order.day(), names));
        if (!days.equals(before)) {
            journal.write(days);
        }
        return new Answer.Noted(days.greenUntil(order.day()));
    }
}
