package dev.daybreak.lastsnapshot;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RestoreTrial].
public final class RestoreTrialHandler extends StepHandler<RestoreTrial.Order> {
    public RestoreTrialHandler() {
        this(Wiring.live());
    }

    public RestoreTrialHandler(Wiring wiring) {
        super(
                RestoreTrial.Order.class,
                new RestoreTrial(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.daysAfter().leaving().life())
                        ::answer);
    }
}
