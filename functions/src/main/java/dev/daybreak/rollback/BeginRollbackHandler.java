package dev.daybreak.rollback;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [BeginRollback].
public final class BeginRollbackHandler extends StepHandler<BeginRollback.Order> {
    public BeginRollbackHandler() {
        this(Wiring.live());
    }

    public BeginRollbackHandler(Wiring wiring) {
        super(
                BeginRollback.Order.class,
                new BeginRollback(wiring.migration(), wiring.journal())::answer);
    }
}
