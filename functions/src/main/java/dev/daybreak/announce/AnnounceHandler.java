package dev.daybreak.announce;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [Announce].
public final class AnnounceHandler extends StepHandler<Announce.Order> {
    public AnnounceHandler() {
        this(Wiring.live());
    }

    public AnnounceHandler(Wiring wiring) {
        super(Announce.Order.class, new Announce(wiring.migration(), wiring.alerts())::answer);
    }
}
