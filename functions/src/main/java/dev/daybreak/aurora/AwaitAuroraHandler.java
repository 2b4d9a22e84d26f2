package dev.daybreak.aurora;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitAurora].
public final class AwaitAuroraHandler extends StepHandler<AwaitAurora.Order> {
    public AwaitAuroraHandler() {
        this(Wiring.live());
    }

    public AwaitAuroraHandler(Wiring wiring) {
        super(
                AwaitAurora.Order.class,
                new AwaitAurora(
                                wiring.migration(),
                                wiring.stacks(),
                                wiring.clusters(),
                                wiring.clock())
                        ::answer);
    }
}
