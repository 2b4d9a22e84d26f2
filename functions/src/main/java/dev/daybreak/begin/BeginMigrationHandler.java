package dev.daybreak.begin;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [BeginMigration].
public final class BeginMigrationHandler extends StepHandler<BeginMigration.Order> {
    public BeginMigrationHandler() {
        this(Wiring.live());
    }

    public BeginMigrationHandler(Wiring wiring) {
        super(
                BeginMigration.Order.class,
                new BeginMigration(wiring.migration(), wiring.journal())::answer);
    }
}
