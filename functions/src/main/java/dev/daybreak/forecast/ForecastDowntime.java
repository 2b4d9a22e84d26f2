package dev.daybreak.forecast;

import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.Workload;
import dev.daybreak.ports.Deployments;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Forecasts the downtime from the durations of this very execution and of the pods that run now.
public final class ForecastDowntime {
    /// A pod rarely needs its whole grace period to end; none needs longer.
    private static final Duration POD_STOP_EXPECTED = Duration.ofSeconds(10);

    /// Where no pod tells how long it took to start.
    private static final Duration POD_START_EXPECTED = Duration.ofSeconds(30);

    private final Migration migration;
    private final Deployments deployments;
    private final Duration quickPoll;

    public ForecastDowntime(Migration migration, Deployments deployments, Duration quickPoll) {
        this.migration = migration;
        this.deployments = deployments;
        this.quickPoll = quickPoll;
    }

    /// @param fenceBegan when the cluster's fence was begun
    /// @param fitProven when fence and proof of fitness were over
    /// @param lookBegan when the look for writes was begun, one of Daybreak's own short steps
    /// @param lookEnded when it was over
    /// @param rebuild whether a final snapshot and a new cluster are to be expected
    public record Order(
            long snapshotMilliseconds,
            long auroraMilliseconds,
            long proofMilliseconds,
            Instant fenceBegan,
            Instant fitProven,
            Instant lookBegan,
            Instant lookEnded,
            boolean rebuild) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// For people who are asked to approve, and to be compared with what comes.
        record Forecasted(Forecast forecast) implements Answer {}
    }

    public Answer answer(Order order) {
        var workloads = migration.kubernetes().deployments();
        var measured =
                new Forecast.Measured(
                        Duration.ofMillis(order.snapshotMilliseconds()),
                        Duration.ofMillis(order.auroraMilliseconds()),
                        Duration.ofMillis(order.proofMilliseconds()),
                        Duration.between(order.fenceBegan(), order.fitProven()),
                        Duration.between(order.lookBegan(), order.lookEnded()),
                        quickPoll,
                        podStop(workloads),
                        podStart(workloads));
        return new Answer.Forecasted(Forecast.of(measured, order.rebuild()));
    }

    private Duration podStop(List<Workload> workloads) {
        var grace =
                workloads.stream()
                        .flatMap(one -> deployments.find(one.name()).stream())
                        .map(Deployment::grace)
                        .max(Comparator.naturalOrder())
                        .orElse(POD_STOP_EXPECTED);
        var half = grace.dividedBy(2);
        return half.compareTo(POD_STOP_EXPECTED) < 0 ? half : POD_STOP_EXPECTED;
    }

    private Duration podStart(List<Workload> workloads) {
        return workloads.stream()
                .flatMap(one -> deployments.pods(one.selector()).stream())
                .map(Pod::tookToStart)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(POD_START_EXPECTED);
    }
}
