package dev.daybreak.pods;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [Quiesce].
public final class QuiesceHandler extends StepHandler<Quiesce.Order> {
    public QuiesceHandler() {
        this(Wiring.live());
    }

    public QuiesceHandler(Wiring wiring) {
        super(Quiesce.Order.class, new Quiesce(wiring.migration(), wiring.deployments())::answer);
    }
}
