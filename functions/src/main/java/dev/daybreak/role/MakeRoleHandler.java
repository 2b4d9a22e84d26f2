package dev.daybreak.role;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [MakeRole].
public final class MakeRoleHandler extends StepHandler<MakeRole.Order> {
    public MakeRoleHandler() {
        this(Wiring.live());
    }

    public MakeRoleHandler(Wiring wiring) {
        super(
                MakeRole.Order.class,
                new MakeRole(wiring.databases(), wiring.places(), wiring.logins())::answer);
    }
}
