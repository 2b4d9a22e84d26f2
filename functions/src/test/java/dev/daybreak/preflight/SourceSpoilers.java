package dev.daybreak.preflight;

import static dev.daybreak.preflight.Spoiler.refuses;
import static dev.daybreak.preflight.Spoiler.warns;

import dev.daybreak.database.Login;
import dev.daybreak.database.TableFacts;
import dev.daybreak.migration.Migration.Kubernetes.DatabaseSecret;
import dev.daybreak.secret.SecretFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be wrong with the instance, its secret and the database.
final class SourceSpoilers {
    private SourceSpoilers() {}

    static List<Spoiler> instance() {
        return List.of(
                warns("instance-available", world -> world.change("status", "backing-up")),
                refuses("instance-available", world -> world.change("status", "stopped")),
                refuses("instance-available", world -> world.change("status", "made-up-by-aws")),
                refuses("engine-postgres", world -> world.change("engine", "mysql")),
                refuses("version-on-aurora", world -> world.change("version", "16.12")),
                refuses("version-on-aurora", world -> world.change("version", "18.0")),
                refuses("version-on-aurora", world -> world.change("version", "sixteen")),
                refuses("version-on-aurora", world -> world.auroraVersions = List.of("16.8")),
                refuses(
                        "version-on-aurora",
                        world -> world.auroraVersions = List.of("16.10-limitless")),
                warns("minor-upgrades-off", world -> world.change("minorUpgradesAutomatic", true)),
                warns(
                        "no-maintenance-pending",
                        world -> world.change("pendingMaintenance", List.of("system-update"))),
                refuses(
                        "no-managed-secret",
                        world -> world.change("masterSecret", Optional.of("arn:of:it"))),
                warns("encryption", world -> world.change("encrypted", false)),
                warns("no-replicas", world -> world.change("replicas", List.of("mosaic-read"))),
                warns("backups-on", world -> world.change("restorableUntil", Optional.empty())),
                refuses("free-storage", world -> world.freeBytes = Optional.of((2L << 30) - 1)),
                warns("free-storage", world -> world.freeBytes = Optional.of((10L << 30) - 1)),
                warns("free-storage", world -> world.freeBytes = Optional.empty()));
    }

    static List<Spoiler> secrets() {
        return List.of(
                refuses(
                        "secret-unowned",
                        world -> world.changeSecretFacts("owner", Optional.of("rds"))),
                refuses("rotation-off", world -> world.changeSecretFacts("rotationEnabled", true)),
                refuses(
                        "no-rotation-under-way",
                        world ->
                                world.changeSecretFacts(
                                        "labels",
                                        Map.of(
                                                "v1", Set.of("AWSCURRENT"),
                                                "v2", Set.of("AWSPENDING")))),
                refuses(
                        "secret-fields",
                        world -> {
                            var was = world.migration.kubernetes().databaseSecret();
                            world.changeKubernetes(
                                    "databaseSecret",
                                    new DatabaseSecret(
                                            was.name(), was.key(), was.dsn() + "{schema}"));
                        }),
                refuses("secret-points-at-source", world -> world.changeSecret("port", "5432")),
                refuses(
                        "secret-points-at-source",
                        world -> {
                            world.change("host", "127.0.0.20");
                        }));
    }

    static List<Spoiler> logins() {
        return List.of(
                refuses(
                        "application-login",
                        world -> world.logins.put("mosaic", new Login.WrongPassword())),
                refuses(
                        "application-login",
                        world -> world.logins.put("mosaic", new Login.NotAdmitted())),
                refuses(
                        "own-secret",
                        world ->
                                world.secrets.put(
                                        "daybreak/mosaic-prod/database",
                                        new SecretFields(Map.of("username", "daybreak")))),
                new Spoiler(
                        "own-login",
                        Spoiler.Outcome.REFUSES,
                        true,
                        world -> world.logins.put("daybreak", new Login.WrongPassword())),
                new Spoiler(
                        "own-login",
                        Spoiler.Outcome.REFUSES,
                        true,
                        world -> world.secrets.remove("daybreak/mosaic-prod/database")));
    }

    static List<Spoiler> database() {
        return List.of(
                refuses("owner-owns", world -> world.changeFacts("ownerIsMember", false)),
                refuses(
                        "writable",
                        world ->
                                world.changeFacts(
                                        "parameters",
                                        Map.of(
                                                "default_transaction_read_only",
                                                "on",
                                                "wal_level",
                                                "logical"))),
                refuses(
                        "writable",
                        world -> world.changeFacts("parameters", Map.of("wal_level", "logical"))),
                refuses(
                        "read-only-holds",
                        world -> world.changeFacts("writers", List.of("mosaic"))),
                refuses(
                        "only-database",
                        world -> world.changeFacts("otherDatabases", List.of("wiki"))),
                warns(
                        "extensions-in-use",
                        world -> world.changeFacts("extensions", Map.of("age", "1.5.0"))),
                warns(
                        "extensions-required",
                        world ->
                                world.migration =
                                        Changed.with(
                                                world.migration,
                                                "target",
                                                Changed.with(
                                                        world.migration.target(),
                                                        "requiredExtensions",
                                                        List.of("pg_trgm", "age")))),
                refuses("no-unlogged-tables", world -> table(world, 10, true, true)),
                refuses("no-unlogged-tables", world -> table(world, -1, true, true)),
                warns("no-unlogged-tables", world -> table(world, 0, true, true)),
                refuses(
                        "no-prepared-transactions",
                        world -> world.changeFacts("preparedTransactions", 1)),
                refuses(
                        "no-long-transaction",
                        world ->
                                world.changeFacts(
                                        "oldestTransaction", Duration.ofMinutes(10).plusMillis(1))),
                warns(
                        "known-clients",
                        world ->
                                world.sessions.add(
                                        Healthy.session("cron", Optional.of("127.0.9.9")))));
    }

    static List<Spoiler> wayBack() {
        return List.of(
                warns("tables-have-keys", world -> table(world, 10, false, false)),
                refuses(
                        "tables-have-keys",
                        world -> {
                            table(world, 10, false, false);
                            world.migration =
                                    Changed.with(
                                            world.migration,
                                            "source",
                                            Changed.with(
                                                    world.migration.source(),
                                                    "replicaIdentityFull",
                                                    false));
                        }),
                refuses("large-objects", world -> world.changeFacts("largeObjects", 3L)),
                refuses(
                        "logical-replication",
                        world ->
                                world.changeFacts(
                                        "parameters",
                                        Map.of(
                                                "default_transaction_read_only",
                                                "off",
                                                "wal_level",
                                                "replica"))));
    }

    private static void table(World world, long rows, boolean hasKey, boolean isUnlogged) {
        world.changeFacts(
                "tables", List.of(new TableFacts("public.log", rows, 8192, hasKey, isUnlogged)));
    }
}
