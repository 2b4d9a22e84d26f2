package dev.daybreak.pods;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitNoPods].
public final class AwaitNoPodsHandler extends StepHandler<AwaitNoPods.Order> {
    public AwaitNoPodsHandler() {
        this(Wiring.live());
    }

    public AwaitNoPodsHandler(Wiring wiring) {
        super(
                AwaitNoPods.Order.class,
                new AwaitNoPods(wiring.migration(), wiring.deployments(), wiring.clock())::answer);
    }
}
