package dev.daybreak.forecast;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [ForecastDowntime].
public final class ForecastDowntimeHandler extends StepHandler<ForecastDowntime.Order> {
    public ForecastDowntimeHandler() {
        this(Wiring.live());
    }

    public ForecastDowntimeHandler(Wiring wiring) {
        super(
                ForecastDowntime.Order.class,
                new ForecastDowntime(wiring.migration(), wiring.deployments())::answer);
    }
}
