package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RecordHeld].
public final class RecordHeldHandler extends StepHandler<RecordHeld.Order> {
    public RecordHeldHandler() {
        this(Wiring.live());
    }

    public RecordHeldHandler(Wiring wiring) {
        super(
                RecordHeld.Order.class,
                new RecordHeld(
                                wiring.journal(),
                                wiring.daysAfter().leaving().holdings(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
