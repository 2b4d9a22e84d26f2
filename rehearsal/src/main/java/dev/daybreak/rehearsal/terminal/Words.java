package dev.daybreak.rehearsal.terminal;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.report.LaterDay;
import dev.daybreak.rehearsal.report.Phase;
import dev.daybreak.rehearsal.report.Step;
import dev.daybreak.rehearsal.report.WritersNow;
import java.time.Duration;

/// What is said while a rehearsal runs, a line each.
record Words(Paint paint) {
    private static final int NOTE_MAX = 70;

    String phase(Phase phase) {
        return paint.strong(phase.title()) + paint.faint("  " + phase.words());
    }

    String step(Step step) {
        var name = step.state() + (step.looks() > 1 ? " ×" + step.looks() : "");
        var note = clipped(step.note());
        return "%s  %-26s %s"
                .formatted(
                        paint.faint("%9s".formatted(seconds(step.took()))),
                        name,
                        step.failed() ? paint.bad("✗ " + note) : note)
                .stripTrailing();
    }

    String day(LaterDay day) {
        return "%s  %s".formatted(paint.strong("   day %3d".formatted(day.day())), day.words());
    }

    String alert(Alert alert) {
        return "           "
                + switch (alert.level()) {
                    case INFO -> "✉ " + alert.subject();
                    case ASK, WARNING -> paint.calling("✉ " + alert.subject());
                    case PAGE -> paint.bad("✉ " + alert.subject());
                };
    }

    /// Written to just now by the writers, or by nobody.
    String writers(WritersNow now) {
        var counts =
                "RDS %,d written, %,d refused · Aurora %,d written, %,d refused"
                        .formatted(
                                now.acknowledgedByRds(),
                                now.refusedByRds(),
                                now.acknowledgedByAurora(),
                                now.refusedByAurora());
        return now.writing()
                ? paint.good("● writing") + "     " + counts
                : paint.bad("■ DOWN %5.1f s".formatted(now.silence().toMillis() / 1000.0))
                        + "  "
                        + counts;
    }

    static String seconds(Duration duration) {
        return "%.2f s".formatted(duration.toMillis() / 1000.0);
    }

    /// One line without control characters, whatever a server answered.
    static String clipped(String note) {
        var line = note.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return line.length() <= NOTE_MAX ? line : line.substring(0, NOTE_MAX - 1) + "…";
    }
}
