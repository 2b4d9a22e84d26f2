package dev.daybreak.fakes;

import dev.daybreak.ports.Metrics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// CloudWatch with the values that a test put there.
public final class FakeMetrics implements Metrics {
    private final Map<String, Double> maxima = new HashMap<>();
    private final Map<String, Double> written = new TreeMap<>();

    public void put(String metric, double maximum) {
        maxima.put(metric, maximum);
    }

    public void forget(String metric) {
        maxima.remove(metric);
    }

    public Map<String, Double> written() {
        return Map.copyOf(written);
    }

    @Override
    public Optional<Double> maximum(String instance, String metric, Instant from, Instant to) {
        return Optional.ofNullable(maxima.get(metric));
    }

    @Override
    public void put(Instant at, Map<String, Double> values) {
        written.putAll(values);
    }
}
