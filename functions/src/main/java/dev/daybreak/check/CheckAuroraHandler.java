package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckAurora].
public final class CheckAuroraHandler extends StepHandler<CheckAurora.Order> {
    public CheckAuroraHandler() {
        this(Wiring.live());
    }

    public CheckAuroraHandler(Wiring wiring) {
        super(
                CheckAurora.Order.class,
                new CheckAurora(
                                wiring.migration(),
                                wiring.clusters(),
                                wiring.externalSecrets(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
