package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.DatabaseInstance;
import java.util.Optional;

/// A DB instance, and the cluster that it is the writer of, where it is one.
record HeldInstance(DatabaseInstance shown, Optional<String> cluster) {
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
