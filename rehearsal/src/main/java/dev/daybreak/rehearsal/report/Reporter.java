package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;

/// Is told how a rehearsal goes, while it goes.
public interface Reporter {
    /// Something that takes its time begins, for example `copying the prepared database`.
    void preparing(String what);

    /// How far it is.
    void progress(long done, long total);

    /// The workflow left a state.
    void visited(Visit visit, String note);

    /// What the writers see right now.
    void writers(WritersNow now);

    /// A message to people.
    void alerted(Alert alert);

    /// It is over.
    void finished(Report report);
}
