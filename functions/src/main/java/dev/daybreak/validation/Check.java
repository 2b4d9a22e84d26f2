package dev.daybreak.validation;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is looked at every day.
public enum Check {
    /// Aurora and its writer take connections.
    CLUSTER,
    /// The application's secret points to Aurora.
    ENDPOINT,
    /// The Kubernetes Secret holds what the application's secret says.
    KUBERNETES_SECRET,
    /// Every pod is connected to Aurora and none to RDS.
    PODS,
    /// The application says that it is well.
    HEALTH,
    /// What the application logged.
    LOGS,
    /// Nobody but Daybreak is connected to RDS.
    CONNECTIONS,
    /// Nobody tries to get into RDS.
    STRAGGLERS,
    /// What is written to Aurora flows back to RDS.
    STREAM,
    /// Sequences are ahead of RDS's and not near their end.
    SEQUENCES,
    /// A sample of the rows is the same in both databases.
    COMPARISON,
    /// Queries are not slower than on the days before.
    LATENCY,
    /// The month will not cost much more than was said.
    COST,
    /// The day was noted down.
    NOTE,
    /// The checks' metrics reached CloudWatch.
    METRICS;

    /// The name of its metric, for example `KubernetesSecret`.
    public String metric() {
        return Stream.of(name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
