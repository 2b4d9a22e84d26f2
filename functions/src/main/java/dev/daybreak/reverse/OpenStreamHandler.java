package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [OpenStream].
public final class OpenStreamHandler extends StepHandler<OpenStream.Order> {
    public OpenStreamHandler() {
        this(Wiring.live());
    }

    public OpenStreamHandler(Wiring wiring) {
        super(
                OpenStream.Order.class,
                new OpenStream(
                                wiring.migration(),
                                wiring.daysAfter().streams(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
