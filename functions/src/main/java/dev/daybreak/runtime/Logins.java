package dev.daybreak.runtime;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFields;

/// The three logins of a migration, read from their secrets each time: a password may be rotated at
/// any moment, and none ever travels through the workflow's state.
public final class Logins {
    private final Migration migration;
    private final Secrets secrets;

    public Logins(Migration migration, Secrets secrets) {
        this.migration = migration;
        this.secrets = secrets;
    }

    /// The application's own.
    public Credentials application() {
        return in(migration.secret().id());
    }

    /// The database owner's: it fences and lifts.
    public Credentials owner() {
        return in(migration.source().ownerSecret());
    }

    /// Daybreak's: it looks and compares.
    public Credentials daybreak() {
        return in(migration.secret().own());
    }

    /// Where the application's secret points now.
    public Address target() {
        var secret = migration.secret();
        var fields = secrets.current(secret.id()).fields();
        return new Address(
                field(fields, secret.id(), secret.fields().host()),
                port(fields, secret.id(), secret.fields().port()),
                field(fields, secret.id(), secret.fields().database()));
    }

    private Credentials in(String secret) {
        return in(secret, secrets.current(secret).fields());
    }

    /// The login that some version of a secret holds.
    public Credentials in(String secret, SecretFields fields) {
        var names = migration.secret().fields();
        return new Credentials(
                field(fields, secret, names.username()), field(fields, secret, names.password()));
    }

    private static int port(SecretFields fields, String secret, String field) {
        try {
            return Integer.parseInt(field(fields, secret, field));
        } catch (NumberFormatException _) {
            throw new Unexpected("Field '%s' of secret %s is no port.".formatted(field, secret));
        }
    }

    private static String field(SecretFields fields, String secret, String field) {
        return fields.text(field)
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () ->
                                new Unexpected(
                                        "Secret %s has no field '%s' with a text in it."
                                                .formatted(secret, field)));
    }
}
