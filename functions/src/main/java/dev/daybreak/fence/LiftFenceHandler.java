package dev.daybreak.fence;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [LiftFence].
public final class LiftFenceHandler extends StepHandler<LiftFence.Order> {
    public LiftFenceHandler() {
        this(Wiring.live());
    }

    public LiftFenceHandler(Wiring wiring) {
        super(
                LiftFence.Order.class,
                new LiftFence(wiring.fences(), wiring.places(), wiring.logins())::answer);
    }
}
