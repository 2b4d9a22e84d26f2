package dev.daybreak.host;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [SwapHost].
public final class SwapHostHandler extends StepHandler<SwapHost.Order> {
    public SwapHostHandler() {
        this(Wiring.live());
    }

    public SwapHostHandler(Wiring wiring) {
        super(
                SwapHost.Order.class,
                new SwapHost(wiring.migration(), wiring.secrets(), wiring.places())::answer);
    }
}
