package dev.daybreak.reverse;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Publishes every table on RDS before the snapshot, so that Aurora can stream its changes back
/// from the moment it is written to.
public final class PublishTables {
    private final Migration migration;
    private final Streams streams;
    private final Places places;
    private final Logins logins;

    public PublishTables(Migration migration, Streams streams, Places places, Logins logins) {
        this.migration = migration;
        this.streams = streams;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// They are published; none where no lossless rollback is wanted.
        record Published(int tables) implements Answer {}

        /// They cannot be streamed back without loss.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        if (migration.rollback() != Migration.Rollback.LOSSLESS) {
            return new Answer.Published(0);
        }
        var published =
                streams.publish(
                        places.of(Side.RDS),
                        logins.owner(),
                        logins.daybreak(),
                        migration.source().replicaIdentityFull());
        return published.isWhole()
                ? new Answer.Published(published.tables())
                : new Answer.Refused(Unpublished.why(published));
    }
}
