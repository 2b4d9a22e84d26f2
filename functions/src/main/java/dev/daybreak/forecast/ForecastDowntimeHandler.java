package dev.daybreak.forecast;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;
import java.time.Duration;

/// Lambda's entry to [ForecastDowntime].
public final class ForecastDowntimeHandler extends StepHandler<ForecastDowntime.Order> {
    public ForecastDowntimeHandler() {
        this(Wiring.live());
    }

    public ForecastDowntimeHandler(Wiring wiring) {
        this(wiring, wiring.migration().polls().quick());
    }

    /// @param quickPoll how long a pause between two quick looks really lasts
    public ForecastDowntimeHandler(Wiring wiring, Duration quickPoll) {
        super(
                ForecastDowntime.Order.class,
                new ForecastDowntime(wiring.migration(), wiring.deployments(), quickPoll)::answer);
    }
}
