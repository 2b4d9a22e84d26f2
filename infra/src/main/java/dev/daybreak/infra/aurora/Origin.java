package dev.daybreak.infra.aurora;

import dev.daybreak.stack.AuroraParameters;
import java.util.Locale;

/// Where the cluster's data come from, which is what the two templates differ in.
public enum Origin {
    /// Restored from a snapshot of the instance.
    SNAPSHOT(
            AuroraParameters.SNAPSHOT,
            "ARN of the snapshot. A later update that does not name it keeps it; another one would replace the cluster, which the stack policy forbids.",
            "arn:[a-z-]+:rds:[a-z0-9-]+:[0-9]{12}:(cluster-)?snapshot:.+"),
    /// An Aurora read replica of the instance, until it is promoted.
    REPLICA(
            AuroraParameters.SOURCE,
            "ARN of the RDS instance that the cluster replicates. It stays after the promotion.",
            "arn:[a-z-]+:rds:[a-z0-9-]+:[0-9]{12}:db:.+");

    private final String parameter;
    private final String description;
    private final String pattern;

    Origin(String parameter, String description, String pattern) {
        this.parameter = parameter;
        this.description = description;
        this.pattern = pattern;
    }

    String parameter() {
        return parameter;
    }

    String description() {
        return description;
    }

    String pattern() {
        return pattern;
    }

    /// The name of the template's file.
    public String file() {
        return "aurora-from-%s.template.json".formatted(name().toLowerCase(Locale.ROOT));
    }
}
