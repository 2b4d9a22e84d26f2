package dev.daybreak.rehearsal.terminal;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.promises.Verdict;
import dev.daybreak.rehearsal.report.Downtime;
import dev.daybreak.rehearsal.report.Report;
import dev.daybreak.rehearsal.report.Share;
import dev.daybreak.rehearsal.report.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What is said at the end of a rehearsal.
record Summary(Paint paint) {
    private static final int BAR_MAX = 30;
    private static final int SLOWEST_MAX = 5;

    List<String> of(Story story) {
        var report = story.report();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(headline(report));
        report.cause().ifPresent(cause -> lines.add("  " + cause));
        report.downtime().ifPresent(downtime -> lines.addAll(downtime(downtime, story)));
        report.rollback()
                .map(gap -> paint.strong("Downtime of the way back: " + Words.seconds(gap)))
                .ifPresent(lines::add);
        lines.add("");
        lines.add(promises(report));
        report.promises().forEach(verdict -> lines.addAll(promise(verdict)));
        lines.addAll(alerts(report.alerts()));
        lines.add("");
        lines.add(
                "The whole took %s at %s, with %d MB of memory."
                        .formatted(
                                Words.seconds(report.took()),
                                report.size(),
                                report.memoryMebibytes()));
        lines.add("  transcript  " + report.folder().resolve("transcript.txt"));
        lines.add("  report      " + report.folder().resolve("report.html"));
        lines.add("  for tools   " + report.folder().resolve("report.json"));
        return lines;
    }

    private String headline(Report report) {
        var words = report.ending();
        return report.isGood() ? paint.good("✓ " + words) : paint.bad("✗ " + words);
    }

    private List<String> downtime(Downtime downtime, Story story) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(
                paint.strong(
                                "Downtime as the writers felt it: %s"
                                        .formatted(Words.seconds(downtime.length())))
                        + story.report()
                                .forecast()
                                .map(one -> "  (forecast: %s)".formatted(Words.seconds(one)))
                                .orElse("")
                        + "  %,d attempts refused".formatted(downtime.refused()));
        Arrays.stream(Share.values())
                .filter(share -> downtime.of(share).isPositive())
                .sorted(Comparator.comparing(downtime::of).reversed())
                .map(share -> share(share, downtime))
                .forEach(lines::add);
        lines.add("  The slowest steps in it:");
        for (var part : story.slowest(SLOWEST_MAX)) {
            var looks = part.step().looks() > 1 ? " ×" + part.step().looks() : "";
            lines.add(
                    "%9s  %s%s"
                            .formatted(Words.seconds(part.within()), part.step().state(), looks));
        }
        return lines;
    }

    private String share(Share share, Downtime downtime) {
        var took = downtime.of(share);
        var part = fraction(took, downtime.length());
        return "%9s  %3.0f %%  %-28s %s"
                .formatted(
                        Words.seconds(took),
                        100 * part,
                        share.words(),
                        paint.faint("█".repeat((int) Math.round(BAR_MAX * Math.min(1, part)))))
                .stripTrailing();
    }

    private static double fraction(Duration part, Duration whole) {
        return whole.isPositive() ? (double) part.toNanos() / whole.toNanos() : 0;
    }

    private String promises(Report report) {
        var broken = report.promises().stream().filter(verdict -> !verdict.held()).count();
        return broken == 0
                ? "Every promise was held:"
                : paint.bad(
                        "%d of %d promises were broken:"
                                .formatted(broken, report.promises().size()));
    }

    private List<String> promise(Verdict verdict) {
        var lines = new ArrayList<String>();
        lines.add(
                "  %s %s  %s"
                        .formatted(
                                verdict.held() ? paint.good("✓") : paint.bad("✗"),
                                verdict.id(),
                                verdict.words()));
        verdict.broken().forEach(broken -> lines.add("       " + broken));
        return lines;
    }

    private List<String> alerts(List<Alert> alerts) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(alerts.isEmpty() ? "Nobody got a message." : "Messages that people got:");
        for (var alert : alerts) {
            lines.add("  ✉ " + alert.subject());
            lines.add("    " + paint.faint(alert.happened().lines().findFirst().orElse("")));
        }
        return lines;
    }
}
