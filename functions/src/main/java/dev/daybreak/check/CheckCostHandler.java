package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckCost].
public final class CheckCostHandler extends StepHandler<CheckCost.Order> {
    public CheckCostHandler() {
        this(Wiring.live());
    }

    public CheckCostHandler(Wiring wiring) {
        super(
                CheckCost.Order.class,
                new CheckCost(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.daysAfter().metrics(),
                                wiring.clock())
                        ::answer);
    }
}
