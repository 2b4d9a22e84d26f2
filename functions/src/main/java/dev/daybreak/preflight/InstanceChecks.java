package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.note;
import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;
import static dev.daybreak.preflight.Verdict.warn;

import dev.daybreak.database.ServerVersion;
import dev.daybreak.rds.DatabaseInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is asked about the RDS instance.
final class InstanceChecks {
    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;
    private static final long FREE_GIBIBYTES_MIN = 2;

    static final List<Check> ALL =
            List.of(
                    of("instance-available", "Is it available?", InstanceChecks::available),
                    of("engine-postgres", "Is it RDS for PostgreSQL?", InstanceChecks::engine),
                    Check.always(
                            "version-on-aurora",
                            "Does Aurora have its version, or a later minor one?",
                            InstanceChecks::version),
                    of(
                            "minor-upgrades-off",
                            "Are automatic minor upgrades off?",
                            InstanceChecks::minorUpgrades),
                    of(
                            "no-maintenance-pending",
                            "Is no maintenance waiting for it?",
                            InstanceChecks::maintenance),
                    of(
                            "no-managed-secret",
                            "Is its master password in nobody's hands but ours?",
                            InstanceChecks::managedSecret),
                    of("no-replicas", "Does no replica hang on it?", InstanceChecks::replicas),
                    of(
                            "backups-on",
                            "Can it be restored to a point in time?",
                            InstanceChecks::backups),
                    Check.always(
                            "encryption",
                            "Will the cluster be encrypted?",
                            InstanceChecks::encryption),
                    Check.always(
                            "free-storage",
                            "Has it storage left to work with?",
                            InstanceChecks::storage));

    private InstanceChecks() {}

    private static Check of(
            String name, String question, Function<DatabaseInstance, Verdict> answer) {
        return Check.always(name, question, sight -> sight.instance().judge(answer));
    }

    private static Verdict available(DatabaseInstance instance) {
        if (instance.isBackingUp()) {
            return warn(
                    "A backup of instance %s is under way.".formatted(instance.id()),
                    "The snapshot begins after it, which takes that much longer, in the window too:"
                            + " keep away from the instance's backup window.");
        }
        return instance.isAvailable()
                ? pass()
                : refuse(
                        "Instance %s is %s.".formatted(instance.id(), instance.status()),
                        "Snapshots need it `available`: wait for that, or start it.");
    }

    private static Verdict engine(DatabaseInstance instance) {
        return instance.engine().equals("postgres")
                ? pass()
                : refuse(
                        "Instance %s runs %s.".formatted(instance.id(), instance.engine()),
                        "Daybreak moves RDS for PostgreSQL; set source.instance to such a one.");
    }

    private static Verdict version(Sight sight) {
        return sight.instance()
                .judge(
                        instance ->
                                sight.auroraVersions()
                                        .judge(aurora -> version(instance.version(), aurora)));
    }

    private static Verdict version(String source, List<String> aurora) {
        return ServerVersion.read(source)
                .flatMap(version -> version.restorableTo(aurora))
                .map(found -> note("%s can become Aurora %s.".formatted(source, found)))
                .orElseGet(
                        () ->
                                refuse(
                                        "No Aurora version of the same major is at or above %s."
                                                .formatted(source),
                                        "Wait until Aurora has one; until then keep automatic"
                                                + " minor upgrades of the instance off."));
    }

    private static Verdict minorUpgrades(DatabaseInstance instance) {
        return instance.minorUpgradesAutomatic()
                ? warn(
                        "RDS may raise %s above what Aurora has (it is %s)."
                                .formatted(instance.id(), instance.version()),
                        "aws rds modify-db-instance --db-instance-identifier %s"
                                        .formatted(instance.id())
                                + " --no-auto-minor-version-upgrade --apply-immediately")
                : pass();
    }

    private static Verdict maintenance(DatabaseInstance instance) {
        return instance.pendingMaintenance().isEmpty()
                ? pass()
                : warn(
                        "AWS means to do this in the next maintenance window: %s."
                                .formatted(Words.some(instance.pendingMaintenance())),
                        "Let it happen first, or migrate outside the maintenance window.");
    }

    private static Verdict managedSecret(DatabaseInstance instance) {
        return instance.masterSecret().isEmpty()
                ? pass()
                : refuse(
                        "RDS manages the master password of %s and rotates it."
                                .formatted(instance.id()),
                        "Aurora would keep the password of the snapshot. Switch it off (--no-manage"
                                + "-master-user-password with a password of your own) and put that"
                                + " into the secret.");
    }

    private static Verdict replicas(DatabaseInstance instance) {
        return instance.replicas().isEmpty()
                ? pass()
                : warn(
                        "These replicas hang on it: %s.".formatted(Words.some(instance.replicas())),
                        "They are not moved, and the old instance cannot be stopped while it has"
                                + " one: promote or delete them before the decommission.");
    }

    private static Verdict backups(DatabaseInstance instance) {
        return instance.restorableUntil().isPresent()
                ? pass()
                : warn(
                        "Instance %s has no automated backups.".formatted(instance.id()),
                        "Switch them on: a first snapshot of an instance without any takes much"
                                + " longer, and nothing but Daybreak's snapshots would be left.");
    }

    /// A restored cluster is as encrypted as its snapshot, unless it is given a key
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html>).
    private static Verdict encryption(Sight sight) {
        var key = sight.migration().target().kmsKey();
        return sight.instance().judge(instance -> encryption(instance, key));
    }

    private static Verdict encryption(DatabaseInstance instance, Optional<String> key) {
        return instance.encrypted() || key.isPresent()
                ? pass()
                : warn(
                        "Instance %s is not encrypted, and its snapshot and the cluster would not be."
                                .formatted(instance.id()),
                        "Name a KMS key for the cluster: target.kmsKey in the settings.");
    }

    private static Verdict storage(Sight sight) {
        return sight.instance()
                .judge(instance -> sight.freeBytes().judge(free -> storage(instance, free)));
    }

    private static Verdict storage(DatabaseInstance instance, Optional<Long> measured) {
        if (measured.isEmpty()) {
            return warn(
                    "CloudWatch has no FreeStorageSpace for the last hour.",
                    "Look at the instance's storage yourself: no data is not enough space.");
        }
        long free = measured.get();
        var what =
                "%d MiB of %d GiB are free."
                        .formatted(free / MEBIBYTE, instance.allocatedGibibytes());
        if (free < FREE_GIBIBYTES_MIN * GIBIBYTE) {
            return refuse(
                    what, "Give it more storage: an instance that runs full in the window stops.");
        }
        return free * 10 < instance.allocatedGibibytes() * GIBIBYTE
                ? warn(what, "Give it more storage, or make sure that nothing big is under way.")
                : pass();
    }
}
