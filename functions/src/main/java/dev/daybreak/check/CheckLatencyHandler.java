package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckLatency].
public final class CheckLatencyHandler extends StepHandler<CheckLatency.Order> {
    public CheckLatencyHandler() {
        this(Wiring.live());
    }

    public CheckLatencyHandler(Wiring wiring) {
        super(
                CheckLatency.Order.class,
                new CheckLatency(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.daysAfter().soundings(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
