package dev.daybreak.host;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RestoreHost].
public final class RestoreHostHandler extends StepHandler<RestoreHost.Order> {
    public RestoreHostHandler() {
        this(Wiring.live());
    }

    public RestoreHostHandler(Wiring wiring) {
        super(
                RestoreHost.Order.class,
                new RestoreHost(wiring.migration(), wiring.secrets())::answer);
    }
}
