package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CarrySequences].
public final class CarrySequencesHandler extends StepHandler<CarrySequences.Order> {
    public CarrySequencesHandler() {
        this(Wiring.live());
    }

    public CarrySequencesHandler(Wiring wiring) {
        super(
                CarrySequences.Order.class,
                new CarrySequences(wiring.daysAfter().streams(), wiring.places(), wiring.logins())
                        ::answer);
    }
}
