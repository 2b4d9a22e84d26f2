package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitStack].
public final class AwaitStackHandler extends StepHandler<AwaitStack.Order> {
    public AwaitStackHandler() {
        this(Wiring.live());
    }

    public AwaitStackHandler(Wiring wiring) {
        super(
                AwaitStack.Order.class,
                new AwaitStack(wiring.migration(), wiring.stacks(), wiring.clock())::answer);
    }
}
