package dev.daybreak.role;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [KeepPassword].
public final class KeepPasswordHandler extends StepHandler<KeepPassword.Order> {
    public KeepPasswordHandler() {
        this(Wiring.live());
    }

    public KeepPasswordHandler(Wiring wiring) {
        super(
                KeepPassword.Order.class,
                new KeepPassword(wiring.migration(), wiring.secrets(), wiring.password())::answer);
    }
}
