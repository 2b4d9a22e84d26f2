package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [JudgeAgain].
public final class JudgeAgainHandler extends StepHandler<JudgeAgain.Order> {
    public JudgeAgainHandler() {
        this(Wiring.live());
    }

    public JudgeAgainHandler(Wiring wiring) {
        super(JudgeAgain.Order.class, new JudgeAgain(new Gates(wiring))::answer);
    }
}
