package dev.daybreak.fence;

import dev.daybreak.database.Access;
import dev.daybreak.database.Side;
import dev.daybreak.ports.Fences;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Lets the application into Aurora to look, not to write: it can be verified whole while every
/// failure can still be undone without loss.
public final class AdmitReaders {
    private final Fences fences;
    private final Places places;
    private final Logins logins;

    public AdmitReaders(Fences fences, Places places, Logins logins) {
        this.fences = fences;
        this.places = places;
        this.logins = logins;
    }

    /// @param access as it was remembered
    public record Order(Access access) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The application may connect; its writes are refused.
        record Admitted() implements Answer {}
    }

    public Answer answer(Order order) {
        fences.admitReaders(
                places.of(Side.AURORA), logins.owner(), logins.daybreak(), order.access());
        return new Answer.Admitted();
    }
}
