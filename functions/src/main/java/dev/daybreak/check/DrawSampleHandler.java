package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [DrawSample].
public final class DrawSampleHandler extends StepHandler<DrawSample.Order> {
    public DrawSampleHandler() {
        this(Wiring.live());
    }

    public DrawSampleHandler(Wiring wiring) {
        super(
                DrawSample.Order.class,
                new DrawSample(wiring.daysAfter().soundings(), wiring.places(), wiring.logins())
                        ::answer);
    }
}
