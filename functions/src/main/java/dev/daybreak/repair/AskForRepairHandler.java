package dev.daybreak.repair;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AskForRepair].
public final class AskForRepairHandler extends StepHandler<AskForRepair.Order> {
    public AskForRepairHandler() {
        this(Wiring.live());
    }

    public AskForRepairHandler(Wiring wiring) {
        super(
                AskForRepair.Order.class,
                new AskForRepair(wiring.migration(), wiring.alerts())::answer);
    }
}
