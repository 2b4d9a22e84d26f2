package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.promises.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A rehearsal as one page that needs nothing from anywhere else.
final class ReportHtml {
    private final Story story;
    private final Report report;

    private ReportHtml(Story story) {
        this.story = story;
        this.report = story.report();
    }

    static String of(Story story) {
        return new ReportHtml(story).page();
    }

    /// The page's frame is a file beside this class; each `{{name}}` in it is filled.
    private String page() {
        var charts = new Charts(story);
        return frame().replace("{{verdict}}", report.isGood() ? "good" : "bad")
                .replace("{{ending}}", text(report.ending()))
                .replace("{{cause}}", report.cause().map(c -> "<p>" + text(c)).orElse(""))
                .replace("{{cards}}", cards())
                .replace("{{shares}}", shares())
                .replace("{{writers}}", charts.writers())
                .replace("{{timeline}}", charts.timeline())
                .replace("{{promises}}", promises())
                .replace("{{alerts}}", alerts())
                .replace("{{steps}}", steps())
                .replace("{{size}}", text(report.size()))
                .replace("{{folder}}", text(report.folder().toString()));
    }

    private static String frame() {
        try (var in = ReportHtml.class.getResourceAsStream("report.html")) {
            if (in == null) {
                throw new IllegalStateException("report.html is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.html could not be read", e);
        }
    }

    private String cards() {
        var held = report.promises().stream().filter(Verdict::held).count();
        return card(
                        "Downtime",
                        report.downtime().map(down -> seconds(down.length())).orElse("none"),
                        "as the writers felt it")
                + card(
                        "Forecast",
                        report.forecast().map(ReportHtml::seconds).orElse("none"),
                        "as shown at the approval")
                + card(
                        "Promises held",
                        "%d of %d".formatted(held, report.promises().size()),
                        "judged by what the writers were told")
                + card(
                        "Writes acknowledged",
                        "%,d"
                                .formatted(
                                        report.writers().acknowledgedByRds()
                                                + report.writers().acknowledgedByAurora()),
                        "%,d refused"
                                .formatted(
                                        report.writers().refusedByRds()
                                                + report.writers().refusedByAurora()))
                + card("The whole", seconds(report.took()), report.size() + " database");
    }

    private static String card(String title, String value, String below) {
        return "<div class=card><h3>%s</h3><b>%s</b><small>%s</small></div>"
                .formatted(text(title), text(value), text(below));
    }

    private String shares() {
        return report.downtime()
                .map(
                        down ->
                                Arrays.stream(Share.values())
                                        .filter(share -> down.of(share).isPositive())
                                        .sorted(Comparator.comparing(down::of).reversed())
                                        .map(share -> share(share, down))
                                        .collect(Collectors.joining()))
                .orElse("");
    }

    private static String share(Share share, Downtime down) {
        var percent = 100.0 * down.of(share).toNanos() / Math.max(1, down.length().toNanos());
        return "<tr><td>%s<td class=n>%s<td class=n>%.0f %%<td><i class=%s style='width:%.1f%%'></i>"
                .formatted(
                        text(share.words()),
                        seconds(down.of(share)),
                        percent,
                        name(share),
                        percent);
    }

    private String promises() {
        return report.promises().stream()
                .map(
                        verdict ->
                                "<li class=%s><b>%s</b> %s%s"
                                        .formatted(
                                                verdict.held() ? "good" : "bad",
                                                verdict.id(),
                                                text(verdict.words()),
                                                verdict.broken().stream()
                                                        .map(broken -> "<p>" + text(broken))
                                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
    }

    private String alerts() {
        return report.alerts().stream().map(ReportHtml::alert).collect(Collectors.joining());
    }

    private static String alert(Alert alert) {
        return "<li class=%s><b>%s</b><p>%s<p>%s"
                .formatted(
                        alert.level().name().toLowerCase(Locale.ROOT),
                        text(alert.subject()),
                        text(alert.happened()),
                        text(alert.state()));
    }

    private String steps() {
        var rows = new StringBuilder();
        var before = Optional.<Phase>empty();
        for (var scene : story.scenes()) {
            if (!before.equals(Optional.of(scene.phase()))) {
                rows.append(
                        "<tr class=phase><th colspan=4>%s<small>%s</small>"
                                .formatted(scene.phase().title(), text(scene.phase().words())));
                before = Optional.of(scene.phase());
            }
            var step = scene.step();
            rows.append(
                    "<tr%s><td><i class='dot %s'></i>%s%s<td class=n>%s<td class=n>%s<td>%s"
                            .formatted(
                                    step.failed() ? " class=failed" : "",
                                    colour(scene),
                                    text(step.state()),
                                    step.looks() > 1 ? " <small>×" + step.looks() + "</small>" : "",
                                    seconds(step.took()),
                                    clock(step),
                                    text(clipped(step.note()))));
        }
        return rows.toString();
    }

    private String clock(Step step) {
        var begin = story.scenes().getFirst().step().entered();
        return "+" + seconds(Duration.between(begin, step.entered()));
    }

    static String colour(Story.Scene scene) {
        return switch (scene.phase()) {
            case PREPARE, APPROVE, STOP -> "before";
            case CUT_OVER, RETURN -> name(Share.of(scene.step().state()));
        };
    }

    static String name(Share share) {
        return share.name().toLowerCase(Locale.ROOT);
    }

    static String seconds(Duration duration) {
        return "%.2f s".formatted(duration.toMillis() / 1000.0);
    }

    private static String clipped(String note) {
        return note.length() <= 160 ? note : note.substring(0, 159) + "…";
    }

    static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
