package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Sets RDS's sequences to where Aurora's stand, which no stream carries.
public final class CarrySequences {
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public CarrySequences(Streams streams, Places places, Logins logins) {
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// They stand where Aurora's do.
        record Carried(int sequences) implements Answer {}
    }

    public Answer answer(Order order) {
        return new Answer.Carried(
                streams.carrySequences(
                        places.of(Side.RDS), places.of(Side.AURORA), logins.daybreak()));
    }
}
