package dev.daybreak.rehearsal.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.promises.Verdict;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// A rehearsal as JSON. Its names are stable, its times are milliseconds or ISO 8601, and
/// `docs/report-json.md` tells every field.
final class ReportJson {
    private static final int FORMAT = 1;
    private static final int SLOWEST_MAX = 1000;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Story story;
    private final Report report;

    private ReportJson(Story story) {
        this.story = story;
        this.report = story.report();
    }

    static ObjectNode of(Story story) {
        var json = new ReportJson(story);
        json.outcome();
        json.downtime();
        json.writers();
        json.later();
        json.judged();
        json.steps();
        json.beats();
        return json.root;
    }

    private void outcome() {
        root.put("format", FORMAT)
                .put("good", report.isGood())
                .put("asExpected", report.asExpected())
                .put("ending", report.error().orElse("Finished"))
                .put("words", report.ending());
        report.cause().ifPresent(cause -> root.put("cause", cause));
        root.put("size", report.size())
                .put("tookMilliseconds", report.took().toMillis())
                .put("memoryMebibytes", report.memoryMebibytes())
                .put("folder", report.folder().toString());
        report.forecast().ifPresent(one -> root.put("forecastMilliseconds", one.toMillis()));
    }

    private void downtime() {
        report.downtime()
                .ifPresent(
                        down -> {
                            var node =
                                    root.putObject("downtime")
                                            .put("milliseconds", down.length().toMillis())
                                            .put("from", down.from().toString())
                                            .put("until", down.until().toString())
                                            .put("refused", down.refused());
                            var shares = node.putObject("sharesMilliseconds");
                            for (var share : Share.values()) {
                                shares.put(name(share), down.of(share).toMillis());
                            }
                            var steps = node.putObject("stepsMilliseconds");
                            for (var part : story.slowest(SLOWEST_MAX)) {
                                steps.put(part.step().state(), part.within().toMillis());
                            }
                        });
    }

    private void later() {
        report.rollback().ifPresent(gap -> root.put("rollbackMilliseconds", gap.toMillis()));
        if (!report.days().isEmpty()) {
            var days = root.putArray("days");
            report.days()
                    .forEach(
                            day ->
                                    days.addObject()
                                            .put("day", day.day())
                                            .put("words", day.words()));
        }
    }

    private void writers() {
        var now = report.writers();
        var writers = root.putObject("writers");
        writers.putObject("rds")
                .put("acknowledged", now.acknowledgedByRds())
                .put("refused", now.refusedByRds());
        writers.putObject("aurora")
                .put("acknowledged", now.acknowledgedByAurora())
                .put("refused", now.refusedByAurora());
    }

    private void judged() {
        var promises = root.putArray("promises");
        for (Verdict verdict : report.promises()) {
            var one =
                    promises.addObject()
                            .put("id", verdict.id())
                            .put("words", verdict.words())
                            .put("held", verdict.held());
            verdict.broken().forEach(one.putArray("broken")::add);
        }
        var alerts = root.putArray("alerts");
        for (Alert alert : report.alerts()) {
            alerts.addObject()
                    .put("level", alert.level().name().toLowerCase(Locale.ROOT))
                    .put("subject", alert.subject())
                    .put("happened", alert.happened())
                    .put("state", alert.state());
        }
    }

    private void steps() {
        var steps = root.putArray("steps");
        for (var scene : story.scenes()) {
            var step = scene.step();
            steps.addObject()
                    .put("state", step.state())
                    .put("phase", name(scene.phase()))
                    .put("share", name(Share.of(step.state())))
                    .put("entered", step.entered().toString())
                    .put("milliseconds", step.took().toMillis())
                    .put("looks", step.looks())
                    .put("failed", step.failed())
                    .put("note", step.note());
        }
    }

    private void beats() {
        var beats = story.beats();
        var node =
                root.putObject("beats")
                        .put("from", beats.from().toString())
                        .put("everyMilliseconds", beats.every().toMillis());
        row(node, "acknowledgedByRds", Beats.Beat::byRds);
        row(node, "refusedByRds", Beats.Beat::refusedByRds);
        row(node, "acknowledgedByAurora", Beats.Beat::byAurora);
        row(node, "refusedByAurora", Beats.Beat::refusedByAurora);
    }

    private void row(ObjectNode node, String name, ToLongFunction<Beats.Beat> number) {
        var row = node.putArray(name);
        story.beats().all().forEach(beat -> row.add(number.applyAsLong(beat)));
    }

    /// `CUT_OVER` is `cutOver`.
    private static String name(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (var i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
