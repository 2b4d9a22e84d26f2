package dev.daybreak.keepstopped;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [LookAwake].
public final class LookAwakeHandler extends StepHandler<LookAwake.Order> {
    public LookAwakeHandler() {
        this(Wiring.live());
    }

    public LookAwakeHandler(Wiring wiring) {
        super(
                LookAwake.Order.class,
                new LookAwake(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.daysAfter().executions(),
                                wiring.clock())
                        ::answer);
    }
}
