package dev.daybreak.aurora;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RemoveAurora].
public final class RemoveAuroraHandler extends StepHandler<RemoveAurora.Order> {
    public RemoveAuroraHandler() {
        this(Wiring.live());
    }

    public RemoveAuroraHandler(Wiring wiring) {
        super(
                RemoveAurora.Order.class,
                new RemoveAurora(
                                wiring.migration(),
                                wiring.clusters(),
                                wiring.stacks(),
                                wiring.secrets(),
                                wiring.clock())
                        ::answer);
    }
}
