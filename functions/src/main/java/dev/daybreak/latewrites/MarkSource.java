package dev.daybreak.latewrites;

import dev.daybreak.database.Mark;
import dev.daybreak.database.Side;
import dev.daybreak.ports.Databases;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Marks the source's position before the snapshot: what moves after it may not be in the snapshot.
/// It is a step of its own because a mark taken again after the snapshot would hide writes.
public final class MarkSource {
    private final Databases databases;
    private final Places places;
    private final Logins logins;

    public MarkSource(Databases databases, Places places, Logins logins) {
        this.databases = databases;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The position.
        record Marked(Mark mark) implements Answer {}
    }

    public Answer answer(Order order) {
        return new Answer.Marked(databases.mark(places.of(Side.RDS), logins.daybreak()));
    }
}
