package dev.daybreak.wayback;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [Remember].
public final class RememberHandler extends StepHandler<Remember.Order> {
    public RememberHandler() {
        this(Wiring.live());
    }

    public RememberHandler(Wiring wiring) {
        super(
                Remember.Order.class,
                new Remember(
                                wiring.migration(),
                                wiring.secrets(),
                                wiring.deployments(),
                                wiring.scalers(),
                                wiring.externalSecrets(),
                                wiring.fences(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
