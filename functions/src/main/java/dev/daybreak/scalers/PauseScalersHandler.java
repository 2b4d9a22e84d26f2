package dev.daybreak.scalers;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [PauseScalers].
public final class PauseScalersHandler extends StepHandler<PauseScalers.Order> {
    public PauseScalersHandler() {
        this(Wiring.live());
    }

    public PauseScalersHandler(Wiring wiring) {
        super(PauseScalers.Order.class, new PauseScalers(wiring.scalers())::answer);
    }
}
