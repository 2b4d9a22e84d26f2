package dev.daybreak.aws;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Metrics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// To be filled in.
public final class CloudWatchMetrics implements Metrics {
    @Override
    public Optional<Double> maximum(String instance, String metric, Instant from, Instant to) {
        throw new Unexpected("no metrics yet");
    }

    @Override
    public void put(Instant at, Map<String, Double> values) {
        throw new Unexpected("no metrics yet");
    }
}
