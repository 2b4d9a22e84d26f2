package dev.daybreak.rehearsal.terminal;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.report.Display;
import dev.daybreak.rehearsal.report.LaterDay;
import dev.daybreak.rehearsal.report.Phase;
import dev.daybreak.rehearsal.report.Step;
import dev.daybreak.rehearsal.report.Story;
import dev.daybreak.rehearsal.report.WritersNow;

/// Shows nothing: for rehearsals that are only measured.
public final class Silent implements Display {
    @Override
    public void preparing(String what) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public void phase(Phase phase) {}

    @Override
    public void at(String state) {}

    @Override
    public void step(Step step) {}

    @Override
    public void writers(WritersNow now) {}

    @Override
    public void day(LaterDay day) {}

    @Override
    public void alerted(Alert alert) {}

    @Override
    public void finished(Story story) {}
}
