package dev.daybreak.power;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [StartInstance].
public final class StartInstanceHandler extends StepHandler<StartInstance.Order> {
    public StartInstanceHandler() {
        this(Wiring.live());
    }

    public StartInstanceHandler(Wiring wiring) {
        super(
                StartInstance.Order.class,
                new StartInstance(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.daysAfter().leaving().life(),
                                wiring.clock())
                        ::answer);
    }
}
