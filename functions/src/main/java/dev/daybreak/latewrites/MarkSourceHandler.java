package dev.daybreak.latewrites;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [MarkSource].
public final class MarkSourceHandler extends StepHandler<MarkSource.Order> {
    public MarkSourceHandler() {
        this(Wiring.live());
    }

    public MarkSourceHandler(Wiring wiring) {
        super(
                MarkSource.Order.class,
                new MarkSource(wiring.databases(), wiring.places(), wiring.logins())::answer);
    }
}
