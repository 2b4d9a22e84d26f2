package dev.daybreak.power;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [StopInstance].
public final class StopInstanceHandler extends StepHandler<StopInstance.Order> {
    public StopInstanceHandler() {
        this(Wiring.live());
    }

    public StopInstanceHandler(Wiring wiring) {
        super(
                StopInstance.Order.class,
                new StopInstance(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.daysAfter().leaving().life(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
