package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Writes the last row that Aurora gets, behind its fence: once RDS has it, RDS has everything.
public final class WriteMarker {
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public WriteMarker(Streams streams, Places places, Logins logins) {
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// @param marker different for every try
    public record Order(String marker) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is on its way.
        record Written() implements Answer {}
    }

    public Answer answer(Order order) {
        streams.mark(places.of(Side.AURORA), logins.daybreak(), order.marker());
        return new Answer.Written();
    }
}
