package dev.daybreak.keepstopped;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [WakeUp].
public final class WakeUpHandler extends StepHandler<WakeUp.Order> {
    public WakeUpHandler() {
        this(Wiring.live());
    }

    public WakeUpHandler(Wiring wiring) {
        super(WakeUp.Order.class, new WakeUp(wiring.migration())::answer);
    }
}
