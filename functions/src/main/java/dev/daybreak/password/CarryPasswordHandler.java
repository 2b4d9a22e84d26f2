package dev.daybreak.password;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CarryPassword].
public final class CarryPasswordHandler extends StepHandler<CarryPassword.Order> {
    public CarryPasswordHandler() {
        this(Wiring.live());
    }

    public CarryPasswordHandler(Wiring wiring) {
        super(
                CarryPassword.Order.class,
                new CarryPassword(
                                wiring.migration(),
                                wiring.secrets(),
                                wiring.databases(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
