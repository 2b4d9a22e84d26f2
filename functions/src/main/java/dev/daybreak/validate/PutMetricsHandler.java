package dev.daybreak.validate;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [PutMetrics].
public final class PutMetricsHandler extends StepHandler<PutMetrics.Order> {
    public PutMetricsHandler() {
        this(Wiring.live());
    }

    public PutMetricsHandler(Wiring wiring) {
        super(
                PutMetrics.Order.class,
                new PutMetrics(wiring.daysAfter().metrics(), wiring.clock())::answer);
    }
}
