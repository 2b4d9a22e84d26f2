package dev.daybreak.refresh;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitSecret].
public final class AwaitSecretHandler extends StepHandler<AwaitSecret.Order> {
    public AwaitSecretHandler() {
        this(Wiring.live());
    }

    public AwaitSecretHandler(Wiring wiring) {
        super(
                AwaitSecret.Order.class,
                new AwaitSecret(
                                wiring.migration(),
                                wiring.externalSecrets(),
                                wiring.places(),
                                wiring.clock())
                        ::answer);
    }
}
