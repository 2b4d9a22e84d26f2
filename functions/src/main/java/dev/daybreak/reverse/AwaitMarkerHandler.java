package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitMarker].
public final class AwaitMarkerHandler extends StepHandler<AwaitMarker.Order> {
    public AwaitMarkerHandler() {
        this(Wiring.live());
    }

    public AwaitMarkerHandler(Wiring wiring) {
        super(
                AwaitMarker.Order.class,
                new AwaitMarker(
                                wiring.migration(),
                                wiring.daysAfter().streams(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock())
                        ::answer);
    }
}
