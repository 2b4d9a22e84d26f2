package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [PlanImport].
public final class PlanImportHandler extends StepHandler<PlanImport.Order> {
    public PlanImportHandler() {
        this(Wiring.live());
    }

    public PlanImportHandler(Wiring wiring) {
        super(
                PlanImport.Order.class,
                new PlanImport(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.stacks(),
                                wiring.daysAfter().leaving().changes(),
                                wiring.secrets())
                        ::answer);
    }
}
