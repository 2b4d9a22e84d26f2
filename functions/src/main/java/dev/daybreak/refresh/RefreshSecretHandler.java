package dev.daybreak.refresh;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RefreshSecret].
public final class RefreshSecretHandler extends StepHandler<RefreshSecret.Order> {
    public RefreshSecretHandler() {
        this(Wiring.live());
    }

    public RefreshSecretHandler(Wiring wiring) {
        super(
                RefreshSecret.Order.class,
                new RefreshSecret(wiring.migration(), wiring.externalSecrets())::answer);
    }
}
