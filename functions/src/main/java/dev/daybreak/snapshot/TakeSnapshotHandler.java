package dev.daybreak.snapshot;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [TakeSnapshot].
public final class TakeSnapshotHandler extends StepHandler<TakeSnapshot.Order> {
    public TakeSnapshotHandler() {
        this(Wiring.live());
    }

    public TakeSnapshotHandler(Wiring wiring) {
        super(
                TakeSnapshot.Order.class,
                new TakeSnapshot(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.snapshots(),
                                wiring.clock())
                        ::answer);
    }
}
