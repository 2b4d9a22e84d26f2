package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckStream].
public final class CheckStreamHandler extends StepHandler<CheckStream.Order> {
    public CheckStreamHandler() {
        this(Wiring.live());
    }

    public CheckStreamHandler(Wiring wiring) {
        super(
                CheckStream.Order.class,
                new CheckStream(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.daysAfter().streams(),
                                wiring.daysAfter().soundings(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
