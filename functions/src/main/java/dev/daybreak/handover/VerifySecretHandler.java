package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [VerifySecret].
public final class VerifySecretHandler extends StepHandler<VerifySecret.Order> {
    public VerifySecretHandler() {
        this(Wiring.live());
    }

    public VerifySecretHandler(Wiring wiring) {
        super(
                VerifySecret.Order.class,
                new VerifySecret(
                                wiring.migration(),
                                wiring.secrets(),
                                wiring.databases(),
                                wiring.places())
                        ::answer);
    }
}
