package dev.daybreak.rehearsal.cloud;

import dev.daybreak.ports.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// CloudWatch's metrics: what RDS would send is recorded by whoever plays it, and without a record
/// there is no data.
public final class CloudWatch implements Metrics {
    private final Region region;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Put> puts = new ArrayList<>();

    CloudWatch(Region region) {
        this.region = region;
    }

    private record Sample(String resource, String metric, Instant at, double value) {}

    /// What Daybreak put.
    public record Put(Instant at, Map<String, Double> values) {
        public Put {
            values = Map.copyOf(values);
        }
    }

    /// @param resource an instance's or a cluster's identifier
    public void record(String resource, String metric, Instant at, double value) {
        region.update(() -> samples.add(new Sample(resource, metric, at, value)));
    }

    /// Everything that was put until now.
    public List<Put> puts() {
        return region.locked(() -> List.copyOf(puts));
    }

    @Override
    public Optional<Double> maximum(String instance, String metric, Instant from, Instant to) {
        return region.call(
                "Metrics", "maximum", () -> boxed(values(instance, metric, from, to).max()));
    }

    @Override
    public Optional<Double> average(String cluster, String metric, Instant from, Instant to) {
        return region.call(
                "Metrics", "average", () -> boxed(values(cluster, metric, from, to).average()));
    }

    @Override
    public void put(Instant at, Map<String, Double> values) {
        region.run("Metrics", "put", () -> puts.add(new Put(at, values)));
    }

    /// From the first instant on, and before the last
    /// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html>).
    private DoubleStream values(String resource, String metric, Instant from, Instant to) {
        return samples.stream()
                .filter(one -> one.resource().equals(resource) && one.metric().equals(metric))
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                .mapToDouble(Sample::value);
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
