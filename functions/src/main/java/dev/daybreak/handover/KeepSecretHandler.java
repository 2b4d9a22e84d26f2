package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [KeepSecret].
public final class KeepSecretHandler extends StepHandler<KeepSecret.Order> {
    public KeepSecretHandler() {
        this(Wiring.live());
    }

    public KeepSecretHandler(Wiring wiring) {
        super(
                KeepSecret.Order.class,
                new KeepSecret(wiring.migration(), wiring.secrets(), wiring.places())::answer);
    }
}
