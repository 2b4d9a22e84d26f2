package dev.daybreak.handover;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;

/// Makes the version from before the stack operations current again, unless somebody else has moved
/// the label in between.
public final class MendSecret {
    private final Migration migration;
    private final Secrets secrets;

    public MendSecret(Migration migration, Secrets secrets) {
        this.migration = migration;
        this.secrets = secrets;
    }

    /// The staging label of the version that every stack operation must leave as it is.
    static String label(Migration migration) {
        return "daybreak-%s-handover".formatted(migration.name());
    }

    /// @param harmed the version that is to be replaced
    public record Order(String harmed) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The application's secret is what it was.
        record Mended(String version) implements Answer {}

        /// There is no version to go back to.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.secret().id();
        var good = secrets.labelled(id, label(migration));
        if (good.isEmpty()) {
            return new Answer.Failed(
                    "No version of secret %s was kept from before; mend it by hand.".formatted(id));
        }
        var version = good.get().id();
        if (!secrets.current(id).id().equals(version)) {
            secrets.makeCurrent(id, version, order.harmed());
        }
        return new Answer.Mended(version);
    }
}
