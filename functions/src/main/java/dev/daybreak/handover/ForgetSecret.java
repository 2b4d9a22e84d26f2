package dev.daybreak.handover;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretVersion;

/// Takes our label off the application's secret: nothing will be compared with that version again.
public final class ForgetSecret {
    private final Migration migration;
    private final Secrets secrets;

    public ForgetSecret(Migration migration, Secrets secrets) {
        this.migration = migration;
        this.secrets = secrets;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// No version has it.
        record Forgotten() implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.secret().id();
        var label = MendSecret.label(migration);
        secrets.labelled(id, label)
                .map(SecretVersion::id)
                .ifPresent(version -> secrets.unlabel(id, version, label));
        return new Answer.Forgotten();
    }
}
