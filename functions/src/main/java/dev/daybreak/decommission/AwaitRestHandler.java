package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitRest].
public final class AwaitRestHandler extends StepHandler<AwaitRest.Order> {
    public AwaitRestHandler() {
        this(Wiring.live());
    }

    public AwaitRestHandler(Wiring wiring) {
        super(AwaitRest.Order.class, new AwaitRest(wiring.migration(), wiring.clock())::answer);
    }
}
