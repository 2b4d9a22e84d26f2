package dev.daybreak.slack;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [NotifySlack]; the alerts' topic starts it, no workflow does.
public final class NotifySlackHandler extends StepHandler<NotifySlack.Order> {
    public NotifySlackHandler() {
        this(Wiring.live());
    }

    public NotifySlackHandler(Wiring wiring) {
        super(
                NotifySlack.Order.class,
                new NotifySlack(wiring.migration(), wiring.webhooks())::answer);
    }
}
