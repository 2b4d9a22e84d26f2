package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckImport].
public final class CheckImportHandler extends StepHandler<CheckImport.Order> {
    public CheckImportHandler() {
        this(Wiring.live());
    }

    public CheckImportHandler(Wiring wiring) {
        super(
                CheckImport.Order.class,
                new CheckImport(
                                wiring.migration(),
                                wiring.daysAfter().leaving().changes(),
                                wiring.clock())
                        ::answer);
    }
}
