package dev.daybreak.rehearsal.terminal;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.report.Display;
import dev.daybreak.rehearsal.report.LaterDay;
import dev.daybreak.rehearsal.report.Phase;
import dev.daybreak.rehearsal.report.Step;
import dev.daybreak.rehearsal.report.Story;
import dev.daybreak.rehearsal.report.WritersNow;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// Shows a rehearsal to somebody who looks at it: what is done stays, what goes on moves below it.
public final class LiveTerminal implements Display {
    private static final int BAR = 30;

    private final Lettering lettering;
    private final Paint paint;
    private final Words words;
    private final LiveArea area;
    private Optional<String> doing = Optional.empty();
    private Optional<String> below = Optional.empty();

    public LiveTerminal(PrintStream out, Paint paint) {
        this.lettering = new Lettering(out.charset());
        this.paint = paint;
        this.words = new Words(paint);
        this.area = new LiveArea(out);
    }

    @Override
    public synchronized void preparing(String what) {
        below = Optional.empty();
        say("Preparing " + what + " …");
    }

    @Override
    public synchronized void progress(long done, long total) {
        var part = total == 0 ? 1 : Math.min(1, (double) done / total);
        var full = (int) (BAR * part);
        below =
                Optional.of(
                        "  %s%s %3.0f %%  %,d of %,d MB"
                                .formatted(
                                        paint.good("━".repeat(full)),
                                        paint.faint("─".repeat(BAR - full)),
                                        100 * part,
                                        done >> 20,
                                        total >> 20));
        draw();
    }

    @Override
    public void phase(Phase phase) {
        say("");
        say(words.phase(phase));
    }

    @Override
    public synchronized void at(String state) {
        doing = Optional.of("           " + state + paint.faint(" …"));
        draw();
    }

    @Override
    public synchronized void step(Step step) {
        doing = Optional.empty();
        draw();
        say(words.step(step));
    }

    @Override
    public synchronized void writers(WritersNow now) {
        below = Optional.of("  " + words.writers(now));
        draw();
    }

    @Override
    public void day(LaterDay day) {
        say(words.day(day));
    }

    @Override
    public void alerted(Alert alert) {
        say(words.alert(alert));
    }

    @Override
    public synchronized void finished(Story story) {
        area.hide();
        new Summary(paint).of(story).forEach(this::say);
    }

    /// Somebody is asked: nothing moves until the answer is there.
    public synchronized void pause() {
        area.hide();
    }

    public synchronized void goOn() {
        area.unhide();
        draw();
    }

    private synchronized void say(String line) {
        area.say(lettering.fit(line));
    }

    private void draw() {
        area.show(
                List.of(doing, below).stream()
                        .flatMap(Optional::stream)
                        .map(lettering::fit)
                        .toList());
    }
}
