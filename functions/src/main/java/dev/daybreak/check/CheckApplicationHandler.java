package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckApplication].
public final class CheckApplicationHandler extends StepHandler<CheckApplication.Order> {
    public CheckApplicationHandler() {
        this(Wiring.live());
    }

    public CheckApplicationHandler(Wiring wiring) {
        super(
                CheckApplication.Order.class,
                new CheckApplication(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.deployments(),
                                wiring.databases(),
                                wiring.application(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
