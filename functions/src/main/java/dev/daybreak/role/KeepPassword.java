package dev.daybreak.role;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFields;
import java.util.Map;
import java.util.function.Supplier;

/// Gives Daybreak's own database role a password, in a secret of its own, before the role is made:
/// a role whose password nobody kept would be of no use.
public final class KeepPassword {
    /// The name of Daybreak's role on both servers.
    public static final String ROLE = "daybreak";

    private final Migration migration;
    private final Secrets secrets;
    private final Supplier<String> password;

    public KeepPassword(Migration migration, Secrets secrets, Supplier<String> password) {
        this.migration = migration;
        this.secrets = secrets;
        this.password = password;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The secret is there.
        record Kept(String secret) implements Answer {}
    }

    public Answer answer(Order order) {
        var own = migration.secret().own();
        if (secrets.describe(own).isEmpty()) {
            var names = migration.secret().fields();
            secrets.create(
                    own,
                    new SecretFields(
                            Map.of(names.username(), ROLE, names.password(), password.get())),
                    Map.of("daybreak:migration", migration.name()));
        }
        return new Answer.Kept(own);
    }
}
