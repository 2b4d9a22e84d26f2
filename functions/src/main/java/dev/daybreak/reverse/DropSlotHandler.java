package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [DropSlot].
public final class DropSlotHandler extends StepHandler<DropSlot.Order> {
    public DropSlotHandler() {
        this(Wiring.live());
    }

    public DropSlotHandler(Wiring wiring) {
        super(
                DropSlot.Order.class,
                new DropSlot(wiring.daysAfter().streams(), wiring.places(), wiring.logins())
                        ::answer);
    }
}
