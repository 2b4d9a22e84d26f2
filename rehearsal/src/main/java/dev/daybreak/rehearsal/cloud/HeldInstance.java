package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.DatabaseInstance;
import java.util.List;
import java.util.Optional;

/// A DB instance, and the cluster that it is the writer of, where it is one.
record HeldInstance(DatabaseInstance shown, Optional<String> cluster) {
    /// A cluster's writer: `DescribeDBInstances` shows it with the cluster's version and storage.
    static HeldInstance writer(
            HeldCluster cluster, String id, String arn, boolean minorUpgradesAutomatic) {
        return new HeldInstance(
                new DatabaseInstance(
                        id,
                        arn,
                        "creating",
                        cluster.wish().engine(),
                        cluster.wish().version(),
                        cluster.endpoint().host(),
                        cluster.endpoint().port(),
                        1,
                        cluster.encrypted(),
                        minorUpgradesAutomatic,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(cluster.id()));
    }

    String status() {
        return shown.status();
    }

    HeldInstance in(String status) {
        return new HeldInstance(
                new DatabaseInstance(
                        shown.id(),
                        shown.arn(),
                        status,
                        shown.engine(),
                        shown.version(),
                        shown.host(),
                        shown.port(),
                        shown.allocatedGibibytes(),
                        shown.encrypted(),
                        shown.minorUpgradesAutomatic(),
                        shown.replicas(),
                        shown.pendingMaintenance(),
                        shown.masterSecret(),
                        shown.restorableUntil()),
                cluster);
    }
}
