package dev.daybreak.lastsnapshot;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [TakeLastSnapshot].
public final class TakeLastSnapshotHandler extends StepHandler<TakeLastSnapshot.Order> {
    public TakeLastSnapshotHandler() {
        this(Wiring.live());
    }

    public TakeLastSnapshotHandler(Wiring wiring) {
        super(
                TakeLastSnapshot.Order.class,
                new TakeLastSnapshot(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                wiring.snapshots(),
                                wiring.clock())
                        ::answer);
    }
}
