package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.report.ReportFiles;
import dev.daybreak.rehearsal.report.Share;
import dev.daybreak.rehearsal.report.Story;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// One rehearsal that was measured.
record Measured(Story story, boolean quiet, Proof proof, Duration count) {
    static final String HEADER =
            "%-7s %-11s %9s %9s %9s %9s %9s %9s %9s %9s %7s %9s %5s"
                    .formatted(
                            "size",
                            "writers",
                            "downtime",
                            "forecast",
                            "pods",
                            "copying",
                            "comparing",
                            "daybreak",
                            "proof",
                            "count(*)",
                            "MB/s",
                            "whole",
                            "good");

    String line() {
        var report = story.report();
        var down = report.downtime();
        return "%-7s %-11s %9s %9s %9s %9s %9s %9s %9s %9s %7.0f %9s %5s"
                .formatted(
                        report.size(),
                        quiet ? "quiet" : "late writes",
                        seconds(down.map(one -> one.length()).orElse(Duration.ZERO)),
                        seconds(report.forecast().orElse(Duration.ZERO)),
                        seconds(share(Share.PODS)),
                        seconds(share(Share.COPYING)),
                        seconds(share(Share.COMPARING)),
                        seconds(share(Share.DAYBREAK)),
                        seconds(proof.took()),
                        seconds(count),
                        proof.megabytesPerSecond(),
                        seconds(report.took()),
                        report.isGood() ? "yes" : "NO");
    }

    ObjectNode json() {
        try {
            var node = Json.MAPPER.createObjectNode();
            node.put("size", story.report().size()).put("quiet", quiet);
            node.putObject("proof")
                    .put("rows", proof.rows())
                    .put("bytes", proof.bytes())
                    .put("milliseconds", proof.took().toMillis())
                    .put("megabytesPerSecond", Math.round(proof.megabytesPerSecond()))
                    .put("countMilliseconds", count.toMillis())
                    .put("timesCount", ratio());
            node.set("rehearsal", Json.MAPPER.readTree(ReportFiles.json(story)));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException("a report is no JSON", e);
        }
    }

    /// How many times as long as counting the proof took.
    double ratio() {
        return Math.round(100.0 * proof.took().toNanos() / Math.max(1, count.toNanos())) / 100.0;
    }

    private Duration share(Share share) {
        return story.report().downtime().map(down -> down.of(share)).orElse(Duration.ZERO);
    }

    private static String seconds(Duration duration) {
        return "%.2f s".formatted(duration.toMillis() / 1000.0);
    }
}
