package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;

/// Is told how a rehearsal goes, while it goes, by whatever thread knows it.
public interface Reporter {
    /// Something that takes its time begins, for example `copying the prepared database`.
    void preparing(String what);

    /// How far it is, in bytes.
    void progress(long done, long total);

    /// The workflow entered a state.
    void entered(String state);

    /// The workflow left a state.
    void visited(Visit visit, Note note);

    /// What the writers see right now.
    void writers(WritersNow now);

    /// A day after the cutover has passed.
    void day(LaterDay day);

    /// A message to people.
    void alerted(Alert alert);
}
