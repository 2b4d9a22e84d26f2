package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckAlone].
public final class CheckAloneHandler extends StepHandler<CheckAlone.Order> {
    public CheckAloneHandler() {
        this(Wiring.live());
    }

    public CheckAloneHandler(Wiring wiring) {
        super(
                CheckAlone.Order.class,
                new CheckAlone(
                                wiring.migration(),
                                wiring.stacks(),
                                wiring.daysAfter().leaving().changes(),
                                wiring.clusters())
                        ::answer);
    }
}
