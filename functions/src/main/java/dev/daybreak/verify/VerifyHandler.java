package dev.daybreak.verify;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [Verify].
public final class VerifyHandler extends StepHandler<Verify.Order> {
    public VerifyHandler() {
        this(Wiring.live());
    }

    public VerifyHandler(Wiring wiring) {
        super(
                Verify.Order.class,
                new Verify(
                                wiring.migration(),
                                wiring.deployments(),
                                wiring.databases(),
                                wiring.application(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
