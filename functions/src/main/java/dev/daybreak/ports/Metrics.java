package dev.daybreak.ports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// CloudWatch. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface Metrics {
    /// The highest value of a metric of `AWS/RDS`; empty where CloudWatch has none: no data is not
    /// zero.
    ///
    /// @param metric for example `DatabaseConnections`, which counts client connections only
    Optional<Double> maximum(String instance, String metric, Instant from, Instant to);

    /// The average of a metric of a cluster in `AWS/RDS`; empty where CloudWatch has none.
    ///
    /// @param metric for example `VolumeReadIOPs`, a count for each 5 minutes
    Optional<Double> average(String cluster, String metric, Instant from, Instant to);

    /// Puts one value for each name into Daybreak's own namespace, with the migration as dimension.
    void put(Instant at, Map<String, Double> values);
}
