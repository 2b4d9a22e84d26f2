package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [BeginDecommission].
public final class BeginDecommissionHandler extends StepHandler<BeginDecommission.Order> {
    public BeginDecommissionHandler() {
        this(Wiring.live());
    }

    public BeginDecommissionHandler(Wiring wiring) {
        super(
                BeginDecommission.Order.class,
                new BeginDecommission(wiring.migration(), wiring.journal())::answer);
    }
}
