package dev.daybreak.latewrites;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [FindLateWrites].
public final class FindLateWritesHandler extends StepHandler<FindLateWrites.Order> {
    public FindLateWritesHandler() {
        this(Wiring.live());
    }

    public FindLateWritesHandler(Wiring wiring) {
        super(
                FindLateWrites.Order.class,
                new FindLateWrites(wiring.databases(), wiring.places(), wiring.logins())::answer);
    }
}
