package dev.daybreak.rehearsal.terminal;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.report.Display;
import dev.daybreak.rehearsal.report.LaterDay;
import dev.daybreak.rehearsal.report.Phase;
import dev.daybreak.rehearsal.report.Step;
import dev.daybreak.rehearsal.report.Story;
import dev.daybreak.rehearsal.report.WritersNow;
import java.io.PrintStream;

/// One line for each thing that happens, without any control character: for pipes, logs and people
/// who scroll.
public final class PlainLines implements Display {
    private final PrintStream out;
    private final Lettering lettering;
    private final Words words = new Words(Paint.NONE);

    public PlainLines(PrintStream out) {
        this.out = out;
        this.lettering = new Lettering(out.charset());
    }

    @Override
    public void preparing(String what) {
        say("Preparing " + what + " …");
    }

    @Override
    public void progress(long done, long total) {}

    @Override
    public void phase(Phase phase) {
        say("");
        say(words.phase(phase));
    }

    @Override
    public void at(String state) {}

    @Override
    public void step(Step step) {
        say(words.step(step));
    }

    @Override
    public void writers(WritersNow now) {}

    @Override
    public void day(LaterDay day) {
        say(words.day(day));
    }

    @Override
    public void alerted(Alert alert) {
        say(words.alert(alert));
    }

    @Override
    public void finished(Story story) {
        new Summary(Paint.NONE).of(story).forEach(this::say);
    }

    private void say(String line) {
        out.println(lettering.fit(line));
    }
}
