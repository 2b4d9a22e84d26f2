package dev.daybreak.rds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An RDS DB instance as `DescribeDBInstances` shows it.
///
/// @param status AWS's own word, for example `available`; AWS may invent new ones
/// @param version of the engine, for example `16.15`
/// @param replicas identifiers of instance and Aurora read replicas that hang on it
/// @param masterSecret the ARN of the secret that RDS itself manages, where it does
/// @param pendingMaintenance what AWS means to do in the next window
///   (`DescribePendingMaintenanceActions`), and pending modified values
public record DatabaseInstance(
        String id,
        String arn,
        String status,
        String engine,
        String version,
        String host,
        int port,
        long allocatedGibibytes,
        boolean encrypted,
        boolean minorUpgradesAutomatic,
        List<String> replicas,
        List<String> pendingMaintenance,
        Optional<String> masterSecret,
        Optional<Instant> restorableUntil) {
    /// Its status while a backup or a snapshot of it is taken; it works on meanwhile.
    public static final String BACKING_UP = "backing-up";

    public DatabaseInstance {
        replicas = List.copyOf(replicas);
        pendingMaintenance = List.copyOf(pendingMaintenance);
    }

    public boolean isBackingUp() {
        return BACKING_UP.equals(status);
    }

    public boolean isAvailable() {
        return "available".equals(status);
    }
}
