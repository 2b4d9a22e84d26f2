package dev.daybreak.validate;

import dev.daybreak.ports.Metrics;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Finding;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;

/// Tells CloudWatch of each check whether it found something: 1, or nothing: 0.
public final class PutMetrics {
    private static final String GREEN_DAYS = "GreenDays";

    private final Metrics metrics;
    private final InstantSource clock;

    public PutMetrics(Metrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /// @param checks what was looked at; of anything else there is no data
    /// @param green days in a row
    public record Order(List<Check> checks, List<Finding> findings, int green) {
        public Order {
            checks = List.copyOf(checks);
            findings = List.copyOf(findings);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// CloudWatch has them.
        record Put(int metrics) implements Answer {}
    }

    public Answer answer(Order order) {
        var values = new HashMap<String, Double>();
        order.checks().forEach(check -> values.put(check.metric(), 0.0));
        order.findings().forEach(finding -> values.put(finding.check().metric(), 1.0));
        values.put(GREEN_DAYS, (double) order.green());
        metrics.put(clock.instant(), values);
        return new Answer.Put(values.size());
    }
}
