package dev.daybreak.rehearsal.world;

import java.time.Duration;

/// What RDS sends to CloudWatch of the day that has passed: a stopped instance sends nothing.
final class Connections {
    private static final int A_DAY = 24;

    private Connections() {}

    static void record(World world) {
        var instance = world.migration().source().instance();
        var runs =
                world.cloud()
                        .instances()
                        .find(instance)
                        .filter(one -> one.isAvailable())
                        .isPresent();
        for (int hour = 1; runs && hour <= A_DAY; hour++) {
            world.cloud()
                    .metrics()
                    .record(
                            instance,
                            "DatabaseConnections",
                            world.clock().instant().minus(Duration.ofHours(hour)),
                            0);
        }
    }
}
