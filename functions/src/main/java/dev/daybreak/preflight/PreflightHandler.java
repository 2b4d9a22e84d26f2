package dev.daybreak.preflight;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [Preflight].
public final class PreflightHandler extends StepHandler<Preflight.Order> {
    public PreflightHandler() {
        this(Wiring.live());
    }

    public PreflightHandler(Wiring wiring) {
        super(Preflight.Order.class, new Preflight(wiring)::answer);
    }
}
