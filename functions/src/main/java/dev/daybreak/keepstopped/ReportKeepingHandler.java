package dev.daybreak.keepstopped;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [ReportKeeping].
public final class ReportKeepingHandler extends StepHandler<ReportKeeping.Order> {
    public ReportKeepingHandler() {
        this(Wiring.live());
    }

    public ReportKeepingHandler(Wiring wiring) {
        super(
                ReportKeeping.Order.class,
                new ReportKeeping(wiring.migration(), wiring.instances(), wiring.alerts())::answer);
    }
}
