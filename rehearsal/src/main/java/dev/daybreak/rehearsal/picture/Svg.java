package dev.daybreak.rehearsal.picture;

import dev.daybreak.rehearsal.report.Phase;
import java.util.List;

/// The outline as a picture: four fields, one below the other, and the tasks in them from left to
/// right, as one reads.
final class Svg {
    private static final int WIDTH = 1000;
    private static final int MARGIN = 24;
    private static final int CHIP_HEIGHT = 30;
    private static final int GAP = 18;
    private static final double LETTER = 7.3;

    private final Outline outline;
    private final StringBuilder body = new StringBuilder();
    private boolean follows;
    private double x;
    private double y = 16;

    private Svg(Outline outline) {
        this.outline = outline;
    }

    static String of(Outline outline) {
        var svg = new Svg(outline);
        svg.field(Phase.PREPARE, "calm", svg.outline.prepare());
        svg.field(Phase.APPROVE, "calm", svg.outline.approve());
        svg.window();
        svg.field(Phase.RETURN, "back", svg.outline.back());
        return svg.framed();
    }

    private void field(Phase phase, String kind, List<String> tasks) {
        var top = open(phase);
        tasks.forEach(task -> chip(task, kind));
        close(top, kind);
    }

    private void window() {
        var top = open(Phase.CUT_OVER);
        var window = outline.window();
        window.subList(0, outline.join()).forEach(task -> chip(task, "hot"));
        if (!outline.rebuild().isEmpty()) {
            row();
            words("only if something was written since the snapshot:", MARGIN * 2);
            outline.rebuild().forEach(task -> chip(task, "rebuild"));
            row();
        }
        for (var task : window.subList(outline.join(), window.size())) {
            chip(task, task.equals(outline.pointOfNoReturn()) ? "last" : "hot");
            if (task.equals(outline.pointOfNoReturn())) {
                words("the single point of no return", x);
                row();
            }
        }
        close(top, "hot");
    }

    private double open(Phase phase) {
        var top = y;
        body.append(
                "<text class='title' x='%d' y='%.0f'>%s<tspan class='words' dx='10'>%s</tspan></text>%n"
                        .formatted(MARGIN * 2, y + 30, phase.title(), phase.words()));
        x = MARGIN * 2;
        y += 46;
        follows = false;
        return top;
    }

    private void close(double top, String kind) {
        y += CHIP_HEIGHT + 18;
        body.insert(
                0,
                "<rect class='field %s' x='%d' y='%.0f' width='%d' height='%.0f' rx='14'/>%n"
                        .formatted(kind, MARGIN, top, WIDTH - 2 * MARGIN, y - top));
        y += 22;
    }

    private void chip(String task, String kind) {
        var label = task + (outline.loops().contains(task) ? " ↻" : "");
        var width = label.length() * LETTER + 22;
        if (x + width > WIDTH - 2 * MARGIN) {
            row();
        }
        if (follows) {
            body.append(
                    "<path d='M%.1f %.1fh10m-4 -4l4 4l-4 4'/>%n"
                            .formatted(x - GAP + 3, y + CHIP_HEIGHT / 2.0));
        }
        body.append(
                "<rect class='chip %s' x='%.1f' y='%.1f' width='%.1f' height='%d' rx='8'/><text class='task' x='%.1f' y='%.1f'>%s</text>%n"
                        .formatted(kind, x, y, width, CHIP_HEIGHT, x + width / 2, y + 20, label));
        x += width + GAP;
        follows = true;
    }

    private void words(String words, double at) {
        body.append(
                "<text class='words' x='%.1f' y='%.1f'>%s</text>%n".formatted(at, y + 20, words));
        x = at + words.length() * 6.6 + GAP;
        follows = false;
    }

    private void row() {
        x = MARGIN * 2;
        y += CHIP_HEIGHT + 12;
        follows = false;
    }

    private String framed() {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="The workflow of a migration">
            <style>
            text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1d2129 }
            .title { font-size: 17px; font-weight: 700 } .words { font-size: 12.5px; font-weight: 400; fill: #6b7280 }
            .task { text-anchor: middle; font-size: 12px }
            .field { fill: #f6f4f0; stroke: #e0dcd4 } .field.hot { fill: #fdf0ea; stroke: #f0b9a4 } .field.back { fill: #eef3f8; stroke: #bcd0e3 }
            .chip { fill: #fff; stroke: #b9c2cf; stroke-width: 1.2 } .chip.hot { stroke: #e4572e } .chip.back { stroke: #4f7cac }
            .chip.rebuild { stroke: #e4572e; stroke-dasharray: 4 3 } .chip.last { fill: #e4572e; stroke: #e4572e } .chip.last + .task { fill: #fff; font-weight: 700 }
            path { fill: none; stroke: #9aa3b0; stroke-width: 1.4 }
            @media (prefers-color-scheme: dark) {
            text { fill: #e8e6e1 } .words { fill: #9aa1ad } .field { fill: #1c1f26; stroke: #343a45 } .field.hot { fill: #2c1e1a; stroke: #6b3a2a } .field.back { fill: #18222d; stroke: #2f4a66 }
            .chip { fill: #14161b; stroke: #566072 } .chip.hot, .chip.rebuild { stroke: #f0754f } .chip.back { stroke: #6d9fd6 }
            }
            </style>
            %s</svg>
            """
                .formatted(WIDTH, (int) y + 8, body);
    }
}
