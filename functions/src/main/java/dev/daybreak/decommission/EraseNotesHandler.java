package dev.daybreak.decommission;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [EraseNotes].
public final class EraseNotesHandler extends StepHandler<EraseNotes.Order> {
    public EraseNotesHandler() {
        this(Wiring.live());
    }

    public EraseNotesHandler(Wiring wiring) {
        super(EraseNotes.Order.class, new EraseNotes(wiring.journal())::answer);
    }
}
