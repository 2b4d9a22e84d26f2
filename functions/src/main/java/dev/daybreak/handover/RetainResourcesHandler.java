package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RetainResources].
public final class RetainResourcesHandler extends StepHandler<RetainResources.Order> {
    public RetainResourcesHandler() {
        this(Wiring.live());
    }

    public RetainResourcesHandler(Wiring wiring) {
        super(
                RetainResources.Order.class,
                new RetainResources(wiring.migration(), wiring.daysAfter().leaving().changes())
                        ::answer);
    }
}
