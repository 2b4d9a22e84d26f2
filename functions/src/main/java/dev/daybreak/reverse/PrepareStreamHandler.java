package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [PrepareStream].
public final class PrepareStreamHandler extends StepHandler<PrepareStream.Order> {
    public PrepareStreamHandler() {
        this(Wiring.live());
    }

    public PrepareStreamHandler(Wiring wiring) {
        super(
                PrepareStream.Order.class,
                new PrepareStream(
                                wiring.migration(),
                                wiring.daysAfter().streams(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
