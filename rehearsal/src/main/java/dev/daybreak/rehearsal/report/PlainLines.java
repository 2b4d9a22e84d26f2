package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;
import java.io.PrintStream;

/// One line for each thing that happens: for pipes, logs and people who scroll.
public final class PlainLines implements Reporter {
    private final PrintStream out;

    public PlainLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void preparing(String what) {
        out.println("Preparing " + what + " …");
    }

    @Override
    public void progress(long done, long total) {}

    @Override
    public void visited(Visit visit, String note) {
        out.println(Words.visit(visit, note));
    }

    @Override
    public void writers(WritersNow now) {}

    @Override
    public void alerted(Alert alert) {
        out.println(Words.alert(alert));
    }

    @Override
    public void finished(Report report) {
        Words.summary(report).forEach(out::println);
    }
}
