package dev.daybreak.aws;

import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribePendingMaintenanceActionsRequest;
import software.amazon.awssdk.services.rds.model.Endpoint;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;
import software.amazon.awssdk.services.rds.model.PendingMaintenanceAction;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;

/// RDS DB instances, and CloudWatch for what RDS itself does not tell.
public final class RdsInstances implements Instances {
    /// RDS sends `FreeStorageSpace` once a minute, in bytes
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html>).
    private static final Duration METRIC_PERIOD = Duration.ofMinutes(5);

    private static final Duration METRIC_SPAN = Duration.ofHours(1);

    private final AwsClients clients;
    private final InstantSource clock;

    public RdsInstances(AwsClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Optional<DatabaseInstance> find(String instance) {
        var ask = DescribeDbInstancesRequest.builder().dbInstanceIdentifier(instance).build();
        return Outcome.of(
                        "describe instance " + instance,
                        () -> clients.rds.get().describeDBInstances(ask))
                .ifPresent()
                .flatMap(answer -> answer.dbInstances().stream().findFirst())
                .map(this::read);
    }

    @Override
    public Optional<Long> freeStorageBytes(String instance) {
        var now = clock.instant();
        var ask =
                GetMetricStatisticsRequest.builder()
                        .namespace("AWS/RDS")
                        .metricName("FreeStorageSpace")
                        .dimensions(dimension(instance))
                        .startTime(now.minus(METRIC_SPAN))
                        .endTime(now)
                        .period((int) METRIC_PERIOD.toSeconds())
                        .statistics(Statistic.MINIMUM)
                        .build();
        return Outcome.of(
                        "read the free storage of instance " + instance,
                        () -> clients.cloudWatch.get().getMetricStatistics(ask))
                .orThrow()
                .datapoints()
                .stream()
                .map(Datapoint::minimum)
                .min(Double::compare)
                .map(Double::longValue);
    }

    static Dimension dimension(String instance) {
        return Dimension.builder().name("DBInstanceIdentifier").value(instance).build();
    }

    private DatabaseInstance read(DBInstance one) {
        var endpoint = Optional.ofNullable(one.endpoint());
        return new DatabaseInstance(
                one.dbInstanceIdentifier(),
                one.dbInstanceArn(),
                one.dbInstanceStatus(),
                one.engine(),
                one.engineVersion(),
                endpoint.map(Endpoint::address).orElse(""),
                endpoint.map(Endpoint::port).orElse(0),
                Optional.ofNullable(one.allocatedStorage()).orElse(0),
                Boolean.TRUE.equals(one.storageEncrypted()),
                Boolean.TRUE.equals(one.autoMinorVersionUpgrade()),
                replicas(one),
                pending(one),
                Optional.ofNullable(one.masterUserSecret()).map(MasterUserSecret::secretArn),
                Optional.ofNullable(one.latestRestorableTime()));
    }

    private static List<String> replicas(DBInstance one) {
        return Stream.concat(
                        one.readReplicaDBInstanceIdentifiers().stream(),
                        one.readReplicaDBClusterIdentifiers().stream())
                .toList();
    }

    private List<String> pending(DBInstance one) {
        var ask =
                DescribePendingMaintenanceActionsRequest.builder()
                        .resourceIdentifier(one.dbInstanceArn())
                        .build();
        var answer =
                Outcome.of(
                                "describe pending maintenance of " + one.dbInstanceIdentifier(),
                                () -> clients.rds.get().describePendingMaintenanceActions(ask))
                        .orThrow();
        var maintenance =
                answer.pendingMaintenanceActions().stream()
                        .flatMap(of -> of.pendingMaintenanceActionDetails().stream())
                        .map(RdsInstances::phrase);
        var modified =
                Optional.ofNullable(one.pendingModifiedValues()).stream()
                        .flatMap(RdsInstances::phrases);
        return Stream.concat(maintenance, modified).toList();
    }

    private static String phrase(PendingMaintenanceAction action) {
        return Optional.ofNullable(action.description())
                .map(text -> "%s: %s".formatted(action.action(), text))
                .orElse(action.action());
    }

    /// Names only: one of the values is the master's new password.
    private static Stream<String> phrases(PendingModifiedValues values) {
        return values.sdkFields().stream()
                .filter(field -> isSet(field.getValueOrDefault(values)))
                .map(field -> "pending change of " + field.memberName());
    }

    private static boolean isSet(Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> many -> !many.isEmpty();
            case Map<?, ?> many -> !many.isEmpty();
            default -> true;
        };
    }
}
