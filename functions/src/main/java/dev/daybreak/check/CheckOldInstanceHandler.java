package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckOldInstance].
public final class CheckOldInstanceHandler extends StepHandler<CheckOldInstance.Order> {
    public CheckOldInstanceHandler() {
        this(Wiring.live());
    }

    public CheckOldInstanceHandler(Wiring wiring) {
        super(
                CheckOldInstance.Order.class,
                new CheckOldInstance(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.databases(),
                                wiring.daysAfter().metrics(),
                                wiring.daysAfter().serverLogs(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
