package dev.daybreak.aws;

import dev.daybreak.ports.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/// CloudWatch's metrics of RDS, and Daybreak's own.
public final class CloudWatchMetrics implements Metrics {
    /// Daybreak's own namespace.
    static final String NAMESPACE = "Daybreak";

    /// The dimension of Daybreak's metrics.
    static final String MIGRATION = "Migration";

    /// An answer has at most 1,440 points: five minutes reach five days back
    /// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html>).
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final AwsClients clients;
    private final String migration;

    /// @param migration its name
    public CloudWatchMetrics(AwsClients clients, String migration) {
        this.clients = clients;
        this.migration = migration;
    }

    @Override
    public Optional<Double> maximum(String instance, String metric, Instant from, Instant to) {
        return points(RdsInstances.dimension(instance), metric, Statistic.MAXIMUM, from, to)
                .stream()
                .map(Datapoint::maximum)
                .max(Double::compare);
    }

    @Override
    public Optional<Double> average(String cluster, String metric, Instant from, Instant to) {
        var dimension = Dimension.builder().name("DBClusterIdentifier").value(cluster).build();
        var averages =
                points(dimension, metric, Statistic.AVERAGE, from, to).stream()
                        .mapToDouble(Datapoint::average)
                        .summaryStatistics();
        return averages.getCount() == 0 ? Optional.empty() : Optional.of(averages.getAverage());
    }

    @Override
    public void put(Instant at, Map<String, Double> values) {
        var dimension = Dimension.builder().name(MIGRATION).value(migration).build();
        var order =
                PutMetricDataRequest.builder()
                        .namespace(NAMESPACE)
                        .metricData(
                                new TreeMap<>(values)
                                        .entrySet().stream()
                                                .map(
                                                        one ->
                                                                MetricDatum.builder()
                                                                        .metricName(one.getKey())
                                                                        .dimensions(dimension)
                                                                        .timestamp(at)
                                                                        .value(one.getValue())
                                                                        .build())
                                                .toList())
                        .build();
        Outcome.of(
                        "put %d metrics of %s".formatted(values.size(), migration),
                        () -> clients.cloudWatch.get().putMetricData(order))
                .orThrow();
    }

    private List<Datapoint> points(
            Dimension dimension, String metric, Statistic statistic, Instant from, Instant to) {
        var ask =
                GetMetricStatisticsRequest.builder()
                        .namespace("AWS/RDS")
                        .metricName(metric)
                        .dimensions(dimension)
                        .startTime(from)
                        .endTime(to)
                        .period((int) PERIOD.toSeconds())
                        .statistics(statistic)
                        .build();
        return Outcome.of(
                        "read metric %s of %s".formatted(metric, dimension.value()),
                        () -> clients.cloudWatch.get().getMetricStatistics(ask))
                .orThrow()
                .datapoints();
    }
}
