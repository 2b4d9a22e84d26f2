package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;

/// Shows people how a rehearsal goes. It is called by one thread at a time.
public interface Display {
    /// Something that takes its time begins.
    void preparing(String what);

    /// How far it is, in bytes.
    void progress(long done, long total);

    /// A part of the migration begins.
    void phase(Phase phase);

    /// A task begins, or looks once more.
    void at(String state);

    /// A task is over.
    void step(Step step);

    void writers(WritersNow now);

    /// A day after the cutover has passed.
    void day(LaterDay day);

    void alerted(Alert alert);

    /// It is over; no state and no writer moves any more.
    void finished(Story story);
}
