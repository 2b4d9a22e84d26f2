package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [PublishTables].
public final class PublishTablesHandler extends StepHandler<PublishTables.Order> {
    public PublishTablesHandler() {
        this(Wiring.live());
    }

    public PublishTablesHandler(Wiring wiring) {
        super(
                PublishTables.Order.class,
                new PublishTables(
                                wiring.migration(),
                                wiring.daysAfter().streams(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
