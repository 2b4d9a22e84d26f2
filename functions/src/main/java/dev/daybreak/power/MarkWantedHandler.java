package dev.daybreak.power;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [MarkWanted].
public final class MarkWantedHandler extends StepHandler<MarkWanted.Order> {
    public MarkWantedHandler() {
        this(Wiring.live());
    }

    public MarkWantedHandler(Wiring wiring) {
        super(
                MarkWanted.Order.class,
                new MarkWanted(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.clock())
                        ::answer);
    }
}
