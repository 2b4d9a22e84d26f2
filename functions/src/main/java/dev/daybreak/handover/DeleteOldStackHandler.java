package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [DeleteOldStack].
public final class DeleteOldStackHandler extends StepHandler<DeleteOldStack.Order> {
    public DeleteOldStackHandler() {
        this(Wiring.live());
    }

    public DeleteOldStackHandler(Wiring wiring) {
        super(
                DeleteOldStack.Order.class,
                new DeleteOldStack(
                                wiring.migration(),
                                wiring.stacks(),
                                wiring.daysAfter().leaving().changes(),
                                wiring.clock())
                        ::answer);
    }
}
