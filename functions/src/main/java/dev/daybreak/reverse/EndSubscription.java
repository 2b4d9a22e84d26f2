package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Ends the subscription on RDS: nothing that Aurora still holds can reach RDS afterwards. Aurora
/// need not answer.
public final class EndSubscription {
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public EndSubscription(Streams streams, Places places, Logins logins) {
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// RDS has no subscription.
        record Ended() implements Answer {}
    }

    public Answer answer(Order order) {
        streams.unsubscribe(places.of(Side.RDS), logins.daybreak());
        return new Answer.Ended();
    }
}
