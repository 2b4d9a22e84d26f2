package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Makes the reverse stream while both databases are fenced and were just proven the same: whatever
/// is written to Aurora from then on, by whomever, flows back to RDS once it is opened.
public final class PrepareStream {
    private final Migration migration;
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public PrepareStream(Migration migration, Streams streams, Places places, Logins logins) {
        this.migration = migration;
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is there and closed; without tables where no lossless rollback is wanted.
        record Prepared(int tables) implements Answer {}

        /// It would not carry everything.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        if (migration.rollback() != Migration.Rollback.LOSSLESS) {
            return new Answer.Prepared(0);
        }
        var prepared =
                streams.prepare(places.of(Side.RDS), places.of(Side.AURORA), logins.daybreak());
        return prepared.isWhole()
                ? new Answer.Prepared(prepared.tables())
                : new Answer.Refused(Unpublished.younger(prepared));
    }
}
