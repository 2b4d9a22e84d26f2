package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.Snapshot;
import dev.daybreak.rehearsal.cloud.ServerPark.Backup;
import java.util.List;
import java.util.Optional;

/// What `RestoreDBClusterFromSnapshot` refuses, as its page in the RDS API Reference lists it.
final class RestoreRules {
    private final Region region;
    private final List<String> versions;

    RestoreRules(Region region, List<String> versions) {
        this.region = region;
        this.versions = List.copyOf(versions);
    }

    /// What a cluster can be restored from, and whether that makes it an encrypted one.
    record Restorable(Backup backup, boolean encrypted) {}

    /// What to restore from, where nothing speaks against it.
    Restorable restorable(ClusterWish wish) {
        var snapshot = snapshot(wish.snapshot());
        checkEngine(wish.engine());
        checkVersion(snapshot, wish.version());
        checkKey(wish);
        region.groups.checkFor(wish);
        checkFree(wish.id());
        var backup = Optional.ofNullable(region.backups.get(snapshot.arn())).orElseThrow();
        return new Restorable(backup, wish.kmsKey().isPresent() || isEncrypted(snapshot));
    }

    private static void checkEngine(String engine) {
        if (!engine.equals("aurora-postgresql")) {
            throw new Refused(
                    "InvalidParameterCombination: a snapshot of postgres cannot be restored as %s"
                            .formatted(engine));
        }
    }

    private static void checkKey(ClusterWish wish) {
        if (wish.kmsKey().isPresent() && !wish.storageEncrypted()) {
            throw new Refused(
                    "InvalidParameterCombination: KmsKeyId needs StorageEncrypted to be true");
        }
    }

    /// `StorageEncrypted` alone encrypts nothing: without a key, the cluster is what its snapshot
    /// is.
    private boolean isEncrypted(Snapshot snapshot) {
        return region.instances
                .find(snapshot.instance(), region.now())
                .filter(source -> source.shown().encrypted())
                .isPresent();
    }

    private Snapshot snapshot(String wanted) {
        if (!wanted.startsWith("arn:")) {
            // A name is looked up among the snapshots of clusters: only an ARN finds an instance's.
            throw new Refused(
                    "DBClusterSnapshotNotFoundFault: DBClusterSnapshot not found: " + wanted);
        }
        var snapshot =
                region.snapshots.all(region.now()).stream()
                        .filter(one -> one.arn().equals(wanted))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "DBSnapshotNotFound: DBSnapshot not found: "
                                                        + wanted));
        if (!snapshot.status().equals("available")) {
            throw new Refused(
                    "InvalidDBSnapshotState: %s is %s".formatted(wanted, snapshot.status()));
        }
        return snapshot;
    }

    private void checkVersion(Snapshot snapshot, String wanted) {
        if (!versions.contains(wanted)) {
            throw new Refused(
                    "InvalidParameterCombination: Cannot find version %s for aurora-postgresql"
                            .formatted(wanted));
        }
        region.instances
                .find(snapshot.instance(), region.now())
                .map(source -> Version.parse(source.shown().version()))
                .filter(source -> !source.isCarriedBy(Version.parse(wanted)))
                .ifPresent(
                        source -> {
                            throw new Refused(
                                    ("InvalidParameterCombination: a snapshot of %d.%d cannot be"
                                                    + " restored as aurora-postgresql %s")
                                            .formatted(source.major(), source.minor(), wanted));
                        });
    }

    /// A release of PostgreSQL.
    private record Version(int major, int minor) {
        static Version parse(String text) {
            var parts = text.split("\\.", -1);
            return new Version(
                    Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }

        boolean isCarriedBy(Version target) {
            return major == target.major && minor <= target.minor;
        }
    }

    private void checkFree(String cluster) {
        if (region.clusters.find(cluster, region.now()).isPresent()) {
            throw new Refused("DBClusterAlreadyExistsFault: DB Cluster already exists");
        }
    }
}
