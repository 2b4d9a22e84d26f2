package dev.daybreak.scalers;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RestoreScalers].
public final class RestoreScalersHandler extends StepHandler<RestoreScalers.Order> {
    public RestoreScalersHandler() {
        this(Wiring.live());
    }

    public RestoreScalersHandler(Wiring wiring) {
        super(RestoreScalers.Order.class, new RestoreScalers(wiring.scalers())::answer);
    }
}
