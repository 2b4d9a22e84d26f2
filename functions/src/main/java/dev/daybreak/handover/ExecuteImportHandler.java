package dev.daybreak.handover;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [ExecuteImport].
public final class ExecuteImportHandler extends StepHandler<ExecuteImport.Order> {
    public ExecuteImportHandler() {
        this(Wiring.live());
    }

    public ExecuteImportHandler(Wiring wiring) {
        super(
                ExecuteImport.Order.class,
                new ExecuteImport(wiring.migration(), wiring.daysAfter().leaving().changes())
                        ::answer);
    }
}
