package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.promises.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a rehearsal says, in lines.
final class Words {
    private static final int NOTE_MAX = 90;

    private Words() {}

    static String visit(Visit visit, String note) {
        return "%9s  %-26s %s"
                .formatted(seconds(visit.took()), visit.state(), clipped(note))
                .stripTrailing();
    }

    static String alert(Alert alert) {
        return "  %s  %s"
                .formatted(alert.level() == Alert.Level.INFO ? "✉" : "✉ !", alert.subject());
    }

    static List<String> summary(Report report) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(headline(report));
        report.cause().ifPresent(cause -> lines.add("  " + cause));
        lines.add("");
        report.downtime().ifPresent(downtime -> lines.addAll(downtime(downtime, report)));
        lines.add("  " + report.writers());
        lines.add("");
        report.promises().forEach(verdict -> lines.addAll(promise(verdict)));
        lines.add("");
        lines.add(
                "The whole took %s, with %d MB of memory. Transcript and report: %s"
                        .formatted(
                                seconds(report.took()), report.memoryMebibytes(), report.folder()));
        return lines;
    }

    private static String headline(Report report) {
        return report.error()
                .map(
                        error ->
                                "Ended as %s%s."
                                        .formatted(
                                                error, report.asExpected() ? ", as asked for" : ""))
                .orElse("The application runs on Aurora.");
    }

    private static List<String> downtime(Downtime downtime, Report report) {
        var lines = new ArrayList<String>();
        lines.add(
                "Downtime as the writers felt it: %s%s, %,d attempts refused."
                        .formatted(
                                seconds(downtime.length()),
                                report.forecast()
                                        .map(one -> " (forecast: %s)".formatted(seconds(one)))
                                        .orElse(""),
                                downtime.refused()));
        for (Share share : Share.values()) {
            var took = downtime.shares().getOrDefault(share, Duration.ZERO);
            if (took.isPositive()) {
                lines.add("%9s  %s".formatted(seconds(took), share.words()));
            }
        }
        return lines;
    }

    private static List<String> promise(Verdict verdict) {
        var lines = new ArrayList<String>();
        lines.add(
                "  %s %s  %s".formatted(verdict.held() ? "✓" : "✗", verdict.id(), verdict.words()));
        verdict.broken().forEach(broken -> lines.add("       " + broken));
        return lines;
    }

    static String seconds(Duration duration) {
        return "%.2f s".formatted(duration.toMillis() / 1000.0);
    }

    private static String clipped(String note) {
        var line = note.lines().findFirst().orElse("");
        return line.length() <= NOTE_MAX ? line : line.substring(0, NOTE_MAX - 1) + "…";
    }
}
