package dev.daybreak.check;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CheckLogs].
public final class CheckLogsHandler extends StepHandler<CheckLogs.Order> {
    public CheckLogsHandler() {
        this(Wiring.live());
    }

    public CheckLogsHandler(Wiring wiring) {
        super(
                CheckLogs.Order.class,
                new CheckLogs(wiring.migration(), wiring.daysAfter().podLogs(), wiring.clock())
                        ::answer);
    }
}
