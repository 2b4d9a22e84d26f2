package dev.daybreak.fakes;

import dev.daybreak.fault.Fault;
import dev.daybreak.ports.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// CloudWatch with the values that a test put there.
public final class FakeMetrics implements Metrics {
    private final Map<String, Double> maxima = new HashMap<>();
    private final Map<String, Double> written = new TreeMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private Optional<Fault> fault = Optional.empty();

    public void put(String metric, double maximum) {
        maxima.put(metric, maximum);
    }

    /// What was asked for.
    public record Asked(String metric, Instant from, Instant to) {
        public boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// From now on every question ends so.
    public void fail(Fault how) {
        fault = Optional.of(how);
    }

    public void forget(String metric) {
        maxima.remove(metric);
    }

    public Map<String, Double> written() {
        return Map.copyOf(written);
    }

    @Override
    public Optional<Double> maximum(String instance, String metric, Instant from, Instant to) {
        asked.add(new Asked(metric, from, to));
        if (fault.isPresent()) {
            throw fault.get();
        }
        return Optional.ofNullable(maxima.get(metric));
    }

    @Override
    public Optional<Double> average(String cluster, String metric, Instant from, Instant to) {
        return Optional.ofNullable(maxima.get(metric));
    }

    @Override
    public void put(Instant at, Map<String, Double> values) {
        written.putAll(values);
    }
}
