package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CompareSample].
public final class CompareSampleHandler extends StepHandler<CompareSample.Order> {
    public CompareSampleHandler() {
        this(Wiring.live());
    }

    public CompareSampleHandler(Wiring wiring) {
        super(
                CompareSample.Order.class,
                new CompareSample(
                                wiring.migration(),
                                wiring.daysAfter().soundings(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
