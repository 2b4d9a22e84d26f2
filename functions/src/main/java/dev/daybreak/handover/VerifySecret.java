package dev.daybreak.handover;

import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Secrets;
import dev.daybreak.runtime.Places;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Compares the application's secret, field by field, with the version before any stack operation:
/// nothing may be gone, and what a stack may write must be as it was. A password that was rotated
/// in between counts where it opens Aurora.
public final class VerifySecret {
    private final Migration migration;
    private final Secrets secrets;
    private final Databases databases;
    private final Places places;

    public VerifySecret(Migration migration, Secrets secrets, Databases databases, Places places) {
        this.migration = migration;
        this.secrets = secrets;
        this.databases = databases;
        this.places = places;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is what it was, and points to Aurora.
        record Unharmed(String version) implements Answer {}

        /// It is not; the fields are named, never their values.
        record Harmed(String version, String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var current = secrets.current(migration.secret().id());
        var changed = changed(current);
        if (changed.isEmpty()) {
            return new Answer.Unharmed(current.id());
        }
        return new Answer.Harmed(
                current.id(),
                "Version %s of secret %s differs in %s."
                        .formatted(
                                current.id(), migration.secret().id(), String.join(", ", changed)));
    }

    private List<String> changed(SecretVersion current) {
        var names = migration.secret().fields();
        var changed = new ArrayList<String>();
        var host = current.fields().text(names.host()).orElse("");
        if (!host.equalsIgnoreCase(places.of(Side.AURORA).host())) {
            changed.add(names.host());
        }
        secrets.labelled(migration.secret().id(), MendSecret.label(migration))
                .ifPresent(before -> compare(before.fields(), current.fields(), changed));
        return changed.stream().distinct().toList();
    }

    private void compare(SecretFields before, SecretFields now, List<String> changed) {
        for (var field : new TreeSet<>(before.fields().keySet())) {
            var there = Optional.ofNullable(now.fields().get(field));
            var isSame = there.equals(Optional.ofNullable(before.fields().get(field)));
            if (!isSame && (there.isEmpty() || counts(field)) && !isRotated(field, now)) {
                changed.add(field);
            }
        }
    }

    /// What another writer puts in or changes besides is his, and no harm.
    private boolean counts(String field) {
        var names = migration.secret().fields();
        return field.equals(names.password()) || MendSecret.isStacks(field, names);
    }

    private boolean isRotated(String field, SecretFields now) {
        var names = migration.secret().fields();
        var username = now.text(names.username());
        var password = now.text(names.password());
        return field.equals(names.password())
                && username.isPresent()
                && password.isPresent()
                && databases.login(
                                places.of(Side.AURORA),
                                new Credentials(username.get(), password.get()))
                        instanceof Login.Accepted;
    }
}
