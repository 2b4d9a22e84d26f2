package dev.daybreak.fence;

import dev.daybreak.database.Access;
import dev.daybreak.database.Side;
import dev.daybreak.ports.Fences;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Opens a database for writes, as it was before. On Aurora, in the window, this is the one point
/// of no return; on RDS it ends a return.
public final class LiftFence {
    private final Fences fences;
    private final Places places;
    private final Logins logins;

    public LiftFence(Fences fences, Places places, Logins logins) {
        this.fences = fences;
        this.places = places;
        this.logins = logins;
    }

    /// @param access as it was remembered
    public record Order(Side side, Access access) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The application may connect and write.
        record Open() implements Answer {}
    }

    public Answer answer(Order order) {
        fences.lift(places.of(order.side()), logins.owner(), logins.daybreak(), order.access());
        return new Answer.Open();
    }
}
