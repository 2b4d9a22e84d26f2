package dev.daybreak.validate;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [TellDay].
public final class TellDayHandler extends StepHandler<TellDay.Order> {
    public TellDayHandler() {
        this(Wiring.live());
    }

    public TellDayHandler(Wiring wiring) {
        super(TellDay.Order.class, new TellDay(wiring.migration(), wiring.alerts())::answer);
    }
}
