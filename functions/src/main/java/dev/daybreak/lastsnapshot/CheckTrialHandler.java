package dev.daybreak.lastsnapshot;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckTrial].
public final class CheckTrialHandler extends StepHandler<CheckTrial.Order> {
    public CheckTrialHandler() {
        this(Wiring.live());
    }

    public CheckTrialHandler(Wiring wiring) {
        super(
                CheckTrial.Order.class,
                new CheckTrial(
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
