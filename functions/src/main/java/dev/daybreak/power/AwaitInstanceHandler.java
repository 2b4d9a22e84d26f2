package dev.daybreak.power;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitInstance].
public final class AwaitInstanceHandler extends StepHandler<AwaitInstance.Order> {
    public AwaitInstanceHandler() {
        this(Wiring.live());
    }

    public AwaitInstanceHandler(Wiring wiring) {
        super(
                AwaitInstance.Order.class,
                new AwaitInstance(wiring.migration(), wiring.instances(), wiring.clock())::answer);
    }
}
