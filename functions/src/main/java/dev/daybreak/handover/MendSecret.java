package dev.daybreak.handover;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFields;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Puts what a stack operation harmed back as it was before, on top of what others changed since,
/// unless somebody else has moved the label in between.
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
        var before = good.get();
        var current = secrets.current(id);
        if (current.id().equals(before.id())) {
            return new Answer.Mended(before.id());
        }
        var mended = mended(before.fields(), current.fields());
        var isTheirs = !mended.equals(before.fields()) && !mended.equals(current.fields());
        var version = isTheirs ? versionAfter(order.harmed()) : before.id();
        if (isTheirs) {
            secrets.add(id, version, label(migration), mended);
        }
        secrets.makeCurrent(id, version, order.harmed());
        return new Answer.Mended(version);
    }

    /// The same id, however often it is tried.
    private static String versionAfter(String harmed) {
        var name = ("daybreak mends " + harmed).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }

    private SecretFields mended(SecretFields before, SecretFields now) {
        var fields = new LinkedHashMap<>(before.fields());
        now.fields()
                .forEach(
                        (field, value) -> {
                            if (!isStacks(field, migration.secret().fields())) {
                                fields.put(field, value);
                            }
                        });
        return new SecretFields(fields);
    }

    /// What a target attachment writes into a secret, and strips out of it
    /// (<https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html>).
    static boolean isStacks(String field, Migration.Secret.Fields names) {
        return List.of(
                        names.host(),
                        names.port(),
                        names.database(),
                        "engine",
                        "dbInstanceIdentifier",
                        "dbClusterIdentifier")
                .contains(field);
    }
}
