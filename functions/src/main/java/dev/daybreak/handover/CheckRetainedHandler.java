package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckRetained].
public final class CheckRetainedHandler extends StepHandler<CheckRetained.Order> {
    public CheckRetainedHandler() {
        this(Wiring.live());
    }

    public CheckRetainedHandler(Wiring wiring) {
        super(
                CheckRetained.Order.class,
                new CheckRetained(wiring.migration(), wiring.daysAfter().leaving().changes())
                        ::answer);
    }
}
