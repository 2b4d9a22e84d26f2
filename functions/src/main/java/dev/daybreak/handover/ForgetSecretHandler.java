package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [ForgetSecret].
public final class ForgetSecretHandler extends StepHandler<ForgetSecret.Order> {
    public ForgetSecretHandler() {
        this(Wiring.live());
    }

    public ForgetSecretHandler(Wiring wiring) {
        super(
                ForgetSecret.Order.class,
                new ForgetSecret(wiring.migration(), wiring.secrets())::answer);
    }
}
