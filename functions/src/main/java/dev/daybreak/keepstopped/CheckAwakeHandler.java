package dev.daybreak.keepstopped;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckAwake].
public final class CheckAwakeHandler extends StepHandler<CheckAwake.Order> {
    public CheckAwakeHandler() {
        this(Wiring.live());
    }

    public CheckAwakeHandler(Wiring wiring) {
        super(
                CheckAwake.Order.class,
                new CheckAwake(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.databases(),
                                wiring.daysAfter().leaving().holdings(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
