package dev.daybreak.reverse;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [EndSubscription].
public final class EndSubscriptionHandler extends StepHandler<EndSubscription.Order> {
    public EndSubscriptionHandler() {
        this(Wiring.live());
    }

    public EndSubscriptionHandler(Wiring wiring) {
        super(
                EndSubscription.Order.class,
                new EndSubscription(wiring.daysAfter().streams(), wiring.places(), wiring.logins())
                        ::answer);
    }
}
