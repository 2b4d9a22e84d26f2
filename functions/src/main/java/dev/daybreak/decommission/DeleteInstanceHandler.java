package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [DeleteInstance].
public final class DeleteInstanceHandler extends StepHandler<DeleteInstance.Order> {
    public DeleteInstanceHandler() {
        this(Wiring.live());
    }

    public DeleteInstanceHandler(Wiring wiring) {
        super(
                DeleteInstance.Order.class,
                new DeleteInstance(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.snapshots(),
                                wiring.daysAfter().leaving().life(),
                                new Gates(wiring),
                                wiring.clock())
                        ::answer);
    }
}
