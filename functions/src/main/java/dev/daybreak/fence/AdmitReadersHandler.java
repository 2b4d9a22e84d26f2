package dev.daybreak.fence;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AdmitReaders].
public final class AdmitReadersHandler extends StepHandler<AdmitReaders.Order> {
    public AdmitReadersHandler() {
        this(Wiring.live());
    }

    public AdmitReadersHandler(Wiring wiring) {
        super(
                AdmitReaders.Order.class,
                new AdmitReaders(wiring.fences(), wiring.places(), wiring.logins())::answer);
    }
}
