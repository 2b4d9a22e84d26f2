package dev.daybreak.host;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.runtime.Places;
import dev.daybreak.secret.Labels;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;

/// Points the application's secret to Aurora: only `host`, and `port` where it differs. The new
/// version is put beside the current one under a label of our own; moving `AWSCURRENT` is a
/// compare-and-swap, so nobody else's change is ever overwritten.
public final class SwapHost {
    private final Migration migration;
    private final Secrets secrets;
    private final Places places;

    public SwapHost(Migration migration, Secrets secrets, Places places) {
        this.migration = migration;
        this.secrets = secrets;
        this.places = places;
    }

    /// @param before the version that was remembered; a later one is somebody else's
    public record Order(String run, String before) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The secret points to Aurora.
        record Swapped(String version, String host, int port) implements Answer {}

        /// Somebody changed the secret in the window: a rotated password is not in Aurora.
        record ChangedMeanwhile(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.secret().id();
        var aurora = places.of(Side.AURORA);
        var current = secrets.current(id);
        var version = HostVersions.id(order.run(), order.before(), aurora.host(), aurora.port());
        if (current.id().equals(version)) {
            return new Answer.Swapped(version, aurora.host(), aurora.port());
        }
        if (!current.id().equals(order.before())) {
            return new Answer.ChangedMeanwhile(
                    "Secret %s was changed while the window was open (version %s instead of %s): was a password rotated?"
                            .formatted(id, current.id(), order.before()));
        }
        var fields = swapped(current, aurora.host(), aurora.port());
        secrets.add(id, version, new Labels(migration.name()).after(), fields);
        HostVersions.makeCurrent(secrets, id, version, current);
        return new Answer.Swapped(version, aurora.host(), aurora.port());
    }

    private SecretFields swapped(SecretVersion current, String host, int port) {
        var names = migration.secret().fields();
        return current.fields().with(names.host(), host).with(names.port(), Integer.toString(port));
    }
}
