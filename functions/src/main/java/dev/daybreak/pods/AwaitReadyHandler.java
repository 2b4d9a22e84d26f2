package dev.daybreak.pods;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitReady].
public final class AwaitReadyHandler extends StepHandler<AwaitReady.Order> {
    public AwaitReadyHandler() {
        this(Wiring.live());
    }

    public AwaitReadyHandler(Wiring wiring) {
        super(
                AwaitReady.Order.class,
                new AwaitReady(wiring.migration(), wiring.deployments(), wiring.clock())::answer);
    }
}
