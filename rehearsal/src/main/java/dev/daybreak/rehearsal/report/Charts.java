package dev.daybreak.rehearsal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/// The two pictures of a report: what the writers were told, and what the workflow did meanwhile,
/// one above the other on the same line of time.
final class Charts {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 150;
    private static final double LANE = 16;

    private final Story story;
    private final Instant from;
    private final double seconds;

    Charts(Story story) {
        this.story = story;
        var begin = story.scenes().stream().map(scene -> scene.step().entered());
        var end = story.scenes().stream().map(scene -> scene.step().left());
        this.from = begin.min(Comparator.naturalOrder()).orElse(story.beats().from());
        var until = end.max(Comparator.naturalOrder()).orElse(from);
        this.seconds = Math.max(0.1, Duration.between(from, until).toMillis() / 1000.0);
    }

    /// Acknowledged upwards, refused downwards.
    String writers() {
        var most = 1L;
        for (var beat : story.beats().all()) {
            most = Math.max(most, Math.max(beat.acknowledged(), beat.refused()));
        }
        var half = HEIGHT / 2;
        var bars = new StringBuilder();
        var at = story.beats().from();
        for (var beat : story.beats().all()) {
            var scale = (half - 6) / most;
            bars.append(bar("rds", at, half - beat.byRds() * scale, beat.byRds() * scale));
            var lower = beat.byRds() * scale;
            bars.append(
                    bar(
                            "aurora",
                            at,
                            half - lower - beat.byAurora() * scale,
                            beat.byAurora() * scale));
            bars.append(bar("refused", at, half, beat.refused() * scale));
            at = at.plus(story.beats().every());
        }
        return svg(HEIGHT + 18, down(HEIGHT) + bars + line(half) + axis(HEIGHT));
    }

    String timeline() {
        var lanes = new StringBuilder();
        var row = 0;
        var before = Optional.<Phase>empty();
        for (var scene : story.scenes()) {
            if (before.filter(phase -> phase != scene.phase()).isPresent()) {
                row++;
            }
            before = Optional.of(scene.phase());
            lanes.append(lane(scene, row));
        }
        var height = (row + 1) * (LANE + 6);
        return svg(height + 18, down(height) + lanes + axis(height));
    }

    private String lane(Story.Scene scene, int row) {
        var step = scene.step();
        var x = x(step.entered());
        return "<rect class='%s' x='%.2f' y='%.1f' width='%.2f' height='%.1f' rx='2'><title>%s: %s</title></rect>"
                .formatted(
                        step.failed() ? "failed" : ReportHtml.colour(scene),
                        x,
                        row * (LANE + 6) + 3,
                        Math.max(1.2, x(step.left()) - x - 0.6),
                        LANE,
                        ReportHtml.text(step.state()),
                        ReportHtml.seconds(step.took()));
    }

    private String bar(String kind, Instant at, double y, double height) {
        if (height <= 0) {
            return "";
        }
        var width = WIDTH * story.beats().every().toMillis() / 1000.0 / seconds;
        return "<rect class='%s' x='%.2f' y='%.2f' width='%.2f' height='%.2f'/>"
                .formatted(kind, x(at), y, width * 0.9, height);
    }

    /// Where the application was without its database.
    private String down(double height) {
        return story.report().downtime().stream()
                .map(
                        down ->
                                "<rect class='down' x='%.2f' y='0' width='%.2f' height='%.1f'/>"
                                        .formatted(
                                                x(down.from()),
                                                x(down.until()) - x(down.from()),
                                                height))
                .collect(Collectors.joining());
    }

    private static String line(double y) {
        return "<line x1='0' x2='%.0f' y1='%.1f' y2='%.1f'/>".formatted(WIDTH, y, y);
    }

    private String axis(double height) {
        var step = tick();
        var marks = new StringBuilder();
        for (var second = 0.0; second < seconds * 0.97; second += step) {
            var x = WIDTH * second / seconds;
            marks.append(
                    "<text x='%.1f' y='%.1f'>%.0f s</text><line x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f'/>"
                            .formatted(x + 3, height + 14, second, x, x, height, height + 14));
        }
        return marks.toString();
    }

    /// Five to ten marks, whatever the length.
    private double tick() {
        var step = 1.0;
        for (var factor = 2.0; seconds / step > 10; factor = factor == 2.0 ? 2.5 : 2.0) {
            step *= factor;
        }
        return step;
    }

    private double x(Instant at) {
        return WIDTH * Duration.between(from, at).toMillis() / 1000.0 / seconds;
    }

    private static String svg(double height, String inside) {
        return "<svg viewBox='0 0 %.0f %.0f' role='img' preserveAspectRatio='none'>%s</svg>"
                .formatted(WIDTH, height, inside);
    }
}
