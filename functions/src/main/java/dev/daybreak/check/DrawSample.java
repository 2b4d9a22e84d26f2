package dev.daybreak.check;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Soundings;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.validation.Sample;
import java.time.LocalDate;

/// Looks up, before a marker is written, what a comparison behind the marker must know.
public final class DrawSample {
    private final Soundings soundings;
    private final Places places;
    private final Logins logins;

    public DrawSample(Soundings soundings, Places places, Logins logins) {
        this.soundings = soundings;
        this.places = places;
        this.logins = logins;
    }

    /// @param day each day samples other rows
    public record Order(LocalDate day) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Write the marker, await it, then compare.
        record Drawn(Sample sample) implements Answer {}
    }

    public Answer answer(Order order) {
        return new Answer.Drawn(
                soundings.drawSample(
                        places.of(Side.RDS),
                        places.of(Side.AURORA),
                        logins.daybreak(),
                        Math.toIntExact(order.day().toEpochDay())));
    }
}
