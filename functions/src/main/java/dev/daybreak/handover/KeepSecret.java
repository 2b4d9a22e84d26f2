package dev.daybreak.handover;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.runtime.Places;

/// Labels the version of the application's secret that must come out of every stack operation as it
/// is. One that does not point to Aurora is harmed already, and an earlier label stays.
public final class KeepSecret {
    private final Migration migration;
    private final Secrets secrets;
    private final Places places;

    public KeepSecret(Migration migration, Secrets secrets, Places places) {
        this.migration = migration;
        this.secrets = secrets;
        this.places = places;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It will be there to compare with.
        record Kept(String version) implements Answer {}

        /// The secret does not point to Aurora.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.secret().id();
        var current = secrets.current(id);
        var host = current.fields().text(migration.secret().fields().host()).orElse("nowhere");
        if (!host.equalsIgnoreCase(places.of(Side.AURORA).host())) {
            return new Answer.Failed(
                    "Secret %s points to %s and not to Aurora cluster %s."
                            .formatted(id, host, migration.target().cluster()));
        }
        if (!current.labels().contains(MendSecret.label(migration))) {
            secrets.label(id, current.id(), MendSecret.label(migration));
        }
        return new Answer.Kept(current.id());
    }
}
