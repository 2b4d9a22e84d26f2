package dev.daybreak.snapshot;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [AwaitSnapshot].
public final class AwaitSnapshotHandler extends StepHandler<AwaitSnapshot.Order> {
    public AwaitSnapshotHandler() {
        this(Wiring.live());
    }

    public AwaitSnapshotHandler(Wiring wiring) {
        super(
                AwaitSnapshot.Order.class,
                new AwaitSnapshot(wiring.snapshots(), wiring.clock(), wiring.migration().limits())
                        ::answer);
    }
}
