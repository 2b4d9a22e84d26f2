package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AnnounceDecommission].
public final class AnnounceDecommissionHandler extends StepHandler<AnnounceDecommission.Order> {
    public AnnounceDecommissionHandler() {
        this(Wiring.live());
    }

    public AnnounceDecommissionHandler(Wiring wiring) {
        super(
                AnnounceDecommission.Order.class,
                new AnnounceDecommission(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.snapshots(),
                                wiring.journal(),
                                wiring.alerts())
                        ::answer);
    }
}
