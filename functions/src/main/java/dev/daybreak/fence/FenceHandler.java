package dev.daybreak.fence;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [Fence].
public final class FenceHandler extends StepHandler<Fence.Order> {
    public FenceHandler() {
        this(Wiring.live());
    }

    public FenceHandler(Wiring wiring) {
        super(
                Fence.Order.class,
                new Fence(
                                wiring.migration(),
                                wiring.databases(),
                                wiring.fences(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
