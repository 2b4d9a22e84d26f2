package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [PlanHandover].
public final class PlanHandoverHandler extends StepHandler<PlanHandover.Order> {
    public PlanHandoverHandler() {
        this(Wiring.live());
    }

    public PlanHandoverHandler(Wiring wiring) {
        super(
                PlanHandover.Order.class,
                new PlanHandover(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.daysAfter().leaving().changes(),
                                wiring.stacks(),
                                wiring.secrets())
                        ::answer);
    }
}
