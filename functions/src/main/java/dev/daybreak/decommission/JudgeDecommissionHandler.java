package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [JudgeDecommission].
public final class JudgeDecommissionHandler extends StepHandler<JudgeDecommission.Order> {
    public JudgeDecommissionHandler() {
        this(Wiring.live());
    }

    public JudgeDecommissionHandler(Wiring wiring) {
        super(
                JudgeDecommission.Order.class,
                new JudgeDecommission(
                                wiring.migration(),
                                wiring.journal(),
                                wiring.instances(),
                                new Gates(wiring),
                                wiring.clock())
                        ::answer);
    }
}
