package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Drops the reverse stream's slot on Aurora, which would keep its WAL for ever.
public final class DropSlot {
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public DropSlot(Streams streams, Places places, Logins logins) {
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Aurora has no slot.
        record Dropped() implements Answer {}
    }

    public Answer answer(Order order) {
        streams.dropSlot(places.of(Side.AURORA), logins.daybreak());
        return new Answer.Dropped();
    }
}
