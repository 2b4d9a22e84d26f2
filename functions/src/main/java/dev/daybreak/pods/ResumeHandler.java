package dev.daybreak.pods;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [Resume].
public final class ResumeHandler extends StepHandler<Resume.Order> {
    public ResumeHandler() {
        this(Wiring.live());
    }

    public ResumeHandler(Wiring wiring) {
        super(Resume.Order.class, new Resume(wiring.deployments())::answer);
    }
}
