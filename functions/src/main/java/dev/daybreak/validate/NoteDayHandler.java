package dev.daybreak.validate;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [NoteDay].
public final class NoteDayHandler extends StepHandler<NoteDay.Order> {
    public NoteDayHandler() {
        this(Wiring.live());
    }

    public NoteDayHandler(Wiring wiring) {
        super(NoteDay.Order.class, new NoteDay(wiring.journal())::answer);
    }
}
