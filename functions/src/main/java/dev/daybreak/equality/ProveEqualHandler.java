package dev.daybreak.equality;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [ProveEqual].
public final class ProveEqualHandler extends StepHandler<ProveEqual.Order> {
    public ProveEqualHandler() {
        this(Wiring.live());
    }

    public ProveEqualHandler(Wiring wiring) {
        super(
                ProveEqual.Order.class,
                new ProveEqual(
                                wiring.comparisons(),
                                wiring.places(),
                                wiring.logins(),
                                wiring.clock(),
                                wiring.migration().limits().proof())
                        ::answer);
    }
}
