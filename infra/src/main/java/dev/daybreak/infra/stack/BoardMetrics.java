package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Arns;
import dev.daybreak.migration.Migration;
import dev.daybreak.validation.Check;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;

/// What is known by name alone, whichever stack it comes from.
final class BoardMetrics {
    private static final List<String> ENDINGS =
            List.of("Started", "Succeeded", "Failed", "TimedOut", "Aborted");

    /// `validate/PutMetrics` puts them, once a day.
    private static final String NAMESPACE = "Daybreak";

    private final Migration migration;

    BoardMetrics(Migration migration) {
        this.migration = migration;
    }

    List<IMetric> executions(Collection<String> workflows) {
        return workflows.stream()
                .flatMap(name -> ENDINGS.stream().map(ending -> execution(name, ending)))
                .toList();
    }

    private IMetric execution(String workflow, String ending) {
        return Metric.Builder.create()
                .namespace("AWS/States")
                .metricName("Executions" + ending)
                .dimensionsMap(
                        Map.of("StateMachineArn", new Arns(migration).stateMachine(workflow)))
                .statistic("Sum")
                .period(Duration.minutes(5))
                .label("%s %s".formatted(workflow, ending))
                .build();
    }

    /// Of each check 1 where it found something, 0 where it found nothing.
    List<IMetric> findings() {
        return Stream.of(Check.values()).map(check -> daily(check.metric())).toList();
    }

    List<IMetric> greenDays() {
        return List.of(daily("GreenDays"));
    }

    private IMetric daily(String name) {
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(name)
                .dimensionsMap(Map.of("Migration", migration.name()))
                .statistic("Maximum")
                .period(Duration.days(1))
                .label(name)
                .build();
    }
}
