package dev.daybreak.infra.stack;

import dev.daybreak.migration.Migration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/// A migration at a glance: which state it is in, how long each took, who is connected where, and
/// what is wrong.
final class Board extends Construct {
    private static final int WHOLE = 24;
    private static final int HALF = 12;
    private static final int TALL = 8;

    private final List<List<IWidget>> rows = new ArrayList<>();
    private final String name;

    /// @param name people find it by
    Board(Construct scope, String id, String name) {
        super(scope, id);
        this.name = name;
    }

    /// How the migration stands, and what came of it.
    ///
    /// @param workflows the names of all of them
    Board migration(Migration migration, Machine migrate, Collection<String> workflows) {
        var metrics = new BoardMetrics(migration);
        rows.add(List.of(title(migration, migrate)));
        rows.add(List.of(states(migrate), durations(migrate)));
        rows.add(
                List.of(
                        connections(migration),
                        graph("Executions", metrics.executions(workflows), HALF)));
        rows.add(
                List.of(
                        graph("Findings of each day", metrics.findings(), HALF),
                        graph("Green days in a row", metrics.greenDays(), HALF)));
        return this;
    }

    /// What a stack has running, and what is wrong with it.
    Board parts(Collection<Alias> functions, List<IAlarm> alarms) {
        rows.add(List.of(work(functions)));
        rows.add(List.of(wrong(alarms)));
        return this;
    }

    /// @return its name
    String make() {
        return Dashboard.Builder.create(this, "Board")
                .dashboardName(name)
                .defaultInterval(Duration.hours(3))
                .widgets(rows)
                .build()
                .getDashboardName();
    }

    private static IWidget title(Migration migration, Machine migrate) {
        return TextWidget.Builder.create()
                .width(WHOLE)
                .height(2)
                .markdown(
                        "# Daybreak %s: %s to %s\n[Executions](https://%s.console.aws.amazon.com/states/home?region=%s#/statemachines/view/%s)"
                                .formatted(
                                        migration.name(),
                                        migration.source().instance(),
                                        migration.target().cluster(),
                                        Aws.REGION,
                                        Aws.REGION,
                                        migrate.machine().getStateMachineArn()))
                .build();
    }

    private static LogQueryWidget states(Machine migrate) {
        return query(
                migrate,
                "Which state it is in (newest first)",
                List.of(
                        "fields @timestamp, details.name as state, execution_arn",
                        "filter type like /StateEntered/",
                        "sort @timestamp desc",
                        "limit 15"));
    }

    private static LogQueryWidget durations(Machine migrate) {
        return query(
                migrate,
                "How long the states took",
                List.of(
                        "filter type like /State(Entered|Exited)/",
                        "stats (max(event_timestamp) - min(event_timestamp)) / 1000 as seconds by details.name as state, execution_arn",
                        "sort seconds desc",
                        "limit 15"));
    }

    private static LogQueryWidget query(Machine migrate, String title, List<String> lines) {
        return LogQueryWidget.Builder.create()
                .title(title)
                .view(LogQueryVisualizationType.TABLE)
                .logGroupNames(List.of(migrate.logs().getLogGroupName()))
                .queryLines(lines)
                .width(HALF)
                .height(TALL)
                .build();
    }

    private static GraphWidget connections(Migration migration) {
        return GraphWidget.Builder.create()
                .title("Connections on both databases (maximum)")
                .left(
                        List.of(
                                connections(
                                        "RDS " + migration.source().instance(),
                                        "DBInstanceIdentifier",
                                        migration.source().instance()),
                                connections(
                                        "Aurora " + migration.target().cluster(),
                                        "DBClusterIdentifier",
                                        migration.target().cluster())))
                .width(HALF)
                .height(TALL)
                .build();
    }

    private static Metric connections(String label, String dimension, String value) {
        return Metric.Builder.create()
                .namespace("AWS/RDS")
                .metricName("DatabaseConnections")
                .dimensionsMap(Map.of(dimension, value))
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .label(label)
                .build();
    }

    private static GraphWidget work(Collection<Alias> functions) {
        var longest = MetricOptions.builder().statistic("Maximum").build();
        return graph(
                "Work of each function (longest)",
                functions.stream().map(one -> (IMetric) one.metricDuration(longest)).toList(),
                WHOLE);
    }

    private static GraphWidget graph(String title, List<IMetric> metrics, int width) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(metrics)
                .width(width)
                .height(TALL)
                .build();
    }

    private static IWidget wrong(List<IAlarm> alarms) {
        return AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(alarms)
                .width(WHOLE)
                .height(TALL)
                .build();
    }
}
