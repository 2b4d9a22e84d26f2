package dev.daybreak.lastsnapshot;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [DropTrial].
public final class DropTrialHandler extends StepHandler<DropTrial.Order> {
    public DropTrialHandler() {
        this(Wiring.live());
    }

    public DropTrialHandler(Wiring wiring) {
        super(
                DropTrial.Order.class,
                new DropTrial(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.daysAfter().leaving().life(),
                                wiring.clock())
                        ::answer);
    }
}
