package dev.daybreak.infra.step;

import java.util.List;

/// What the daily checks do at AWS.
final class DayPermissions {
    private final Arns arns;

    DayPermissions(Arns arns) {
        this.arns = arns;
    }

    /// `ServerLogs.refusals`, of the old instance.
    List<Permission> serverLogs() {
        return List.of(
                Permission.to(
                        List.of("rds:DescribeDBLogFiles", "rds:DownloadDBLogFilePortion"),
                        arns.instance()));
    }

    /// `Metrics.put`.
    List<Permission> putMetrics() {
        return List.of(
                Permission.to(List.of("cloudwatch:PutMetricData"), "*")
                        .when("StringEquals", "cloudwatch:namespace", "Daybreak")
                        .because(
                                "CloudWatch knows no resources for metrics; the namespace is Daybreak's own"));
    }
}
