package dev.daybreak.aurora;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [CreateAurora].
public final class CreateAuroraHandler extends StepHandler<CreateAurora.Order> {
    public CreateAuroraHandler() {
        this(Wiring.live());
    }

    public CreateAuroraHandler(Wiring wiring) {
        super(
                CreateAurora.Order.class,
                new CreateAurora(
                                wiring.migration(),
                                wiring.instances(),
                                wiring.clusters(),
                                wiring.stacks())
                        ::answer);
    }
}
