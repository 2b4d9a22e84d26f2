package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Lets the reverse stream flow. What was written before it is opened waits in Aurora's slot.
public final class OpenStream {
    private final Migration migration;
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public OpenStream(Migration migration, Streams streams, Places places, Logins logins) {
        this.migration = migration;
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It flows, where a lossless rollback is wanted.
        record Opened(boolean wanted) implements Answer {}
    }

    public Answer answer(Order order) {
        var wanted = migration.rollback() == Migration.Rollback.LOSSLESS;
        if (wanted) {
            streams.open(places.of(Side.RDS), logins.daybreak());
        }
        return new Answer.Opened(wanted);
    }
}
