package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RequestDecommission].
public final class RequestDecommissionHandler extends StepHandler<RequestDecommission.Order> {
    public RequestDecommissionHandler() {
        this(Wiring.live());
    }

    public RequestDecommissionHandler(Wiring wiring) {
        super(
                RequestDecommission.Order.class,
                new RequestDecommission(wiring.migration(), wiring.journal(), wiring.alerts())
                        ::answer);
    }
}
