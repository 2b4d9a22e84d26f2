package dev.daybreak.wayback;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [NoteWayBack].
public final class NoteWayBackHandler extends StepHandler<NoteWayBack.Order> {
    public NoteWayBackHandler() {
        this(Wiring.live());
    }

    public NoteWayBackHandler(Wiring wiring) {
        super(NoteWayBack.Order.class, new NoteWayBack(wiring.journal(), wiring.clock())::answer);
    }
}
