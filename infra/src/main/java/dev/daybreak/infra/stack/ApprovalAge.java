package dev.daybreak.infra.stack;

import dev.daybreak.migration.Migration;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/// Reminds people of a question that nobody has answered for half of its time. The state machine's
/// log counts questions and answers; while the first are ahead for as many hours as the alarm looks
/// back, one has waited that long.
final class ApprovalAge extends Construct {
    private static final String NAMESPACE = "Daybreak";

    /// An alarm looks back 7 days at most
    /// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>).
    private static final int HOURS_MAX = 7 * 24;

    ApprovalAge(Construct scope, Migration migration, LogGroup logs, Alerts alerts) {
        super(scope, "ApprovalAge");
        var asked = counted("Asked", migration, logs, "TaskStateEntered");
        var answered = counted("Answered", migration, logs, "TaskStateExited");
        var hours = hours(migration);
        alerts.on(
                Alarm.Builder.create(this, "Unanswered")
                        .metric(
                                MathExpression.Builder.create()
                                        .expression(
                                                "RUNNING_SUM(FILL(asked, 0)) - RUNNING_SUM(FILL(answered, 0))")
                                        .usingMetrics(
                                                new TreeMap<>(
                                                        Map.of(
                                                                "asked", asked,
                                                                "answered", answered)))
                                        .period(Duration.hours(1))
                                        .build())
                        .threshold(1)
                        .evaluationPeriods(hours)
                        .datapointsToAlarm(hours)
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .alarmDescription(
                                "Nobody has answered Daybreak's question for %d hours; after %s the migration ends by itself, with nothing changed."
                                        .formatted(hours, migration.limits().approval()))
                        .build());
    }

    private static int hours(Migration migration) {
        var half = migration.limits().approval().dividedBy(2).toHours();
        return Math.clamp(half, 1, HOURS_MAX);
    }

    private IMetric counted(String what, Migration migration, LogGroup logs, String type) {
        return MetricFilter.Builder.create(this, what)
                .logGroup(logs)
                .metricNamespace(NAMESPACE)
                .metricName("Approvals%s-%s".formatted(what, migration.name()))
                .metricValue("1")
                .filterPattern(
                        FilterPattern.all(
                                FilterPattern.stringValue("$.type", "=", type),
                                FilterPattern.stringValue(
                                        "$.details.name", "=", "RequestApproval")))
                .build()
                .metric(MetricOptions.builder().statistic("Sum").period(Duration.hours(1)).build());
    }
}
