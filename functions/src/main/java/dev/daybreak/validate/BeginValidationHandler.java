package dev.daybreak.validate;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [BeginValidation].
public final class BeginValidationHandler extends StepHandler<BeginValidation.Order> {
    public BeginValidationHandler() {
        this(Wiring.live());
    }

    public BeginValidationHandler(Wiring wiring) {
        super(
                BeginValidation.Order.class,
                new BeginValidation(wiring.migration(), wiring.journal(), wiring.logins())::answer);
    }
}
