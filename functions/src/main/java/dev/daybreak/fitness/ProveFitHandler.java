package dev.daybreak.fitness;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [ProveFit].
public final class ProveFitHandler extends StepHandler<ProveFit.Order> {
    public ProveFitHandler() {
        this(Wiring.live());
    }

    public ProveFitHandler(Wiring wiring) {
        super(
                ProveFit.Order.class,
                new ProveFit(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.clusters(),
                                wiring.databases(),
                                wiring.places(),
                                wiring.logins())
                        ::answer);
    }
}
