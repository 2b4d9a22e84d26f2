package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [WriteMarker].
public final class WriteMarkerHandler extends StepHandler<WriteMarker.Order> {
    public WriteMarkerHandler() {
        this(Wiring.live());
    }

    public WriteMarkerHandler(Wiring wiring) {
        super(
                WriteMarker.Order.class,
                new WriteMarker(wiring.daysAfter().streams(), wiring.places(), wiring.logins())
                        ::answer);
    }
}
