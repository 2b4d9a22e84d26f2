package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [MendSecret].
public final class MendSecretHandler extends StepHandler<MendSecret.Order> {
    public MendSecretHandler() {
        this(Wiring.live());
    }

    public MendSecretHandler(Wiring wiring) {
        super(MendSecret.Order.class, new MendSecret(wiring.migration(), wiring.secrets())::answer);
    }
}
