package dev.daybreak.rollback;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [LookBack].
public final class LookBackHandler extends StepHandler<LookBack.Order> {
    public LookBackHandler() {
        this(Wiring.live());
    }

    public LookBackHandler(Wiring wiring) {
        super(
                LookBack.Order.class,
                new LookBack(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.clusters(),
                                wiring.secrets(),
                                wiring.deployments(),
                                wiring.fences(),
                                wiring.daysAfter().streams(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
