package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.report.Report;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/// What the equality proof of a rehearsal read, and how long it took.
///
/// @param bytes of both sides
record Proof(long rows, long bytes, Duration took) {
    private static final String OF = "TaskStateExited {\"name\":\"ProveEqual\"";

    /// As the workflow itself was told; the last one, where there were several.
    static Proof in(Report report) {
        var transcript = report.folder().resolve("transcript.txt");
        try (var lines = Files.lines(transcript)) {
            var comparison =
                    lines.filter(line -> line.contains(OF))
                            .reduce((_, later) -> later)
                            .map(Proof::comparison)
                            .orElseThrow(
                                    () -> new IllegalStateException("no proof in " + transcript));
            return new Proof(
                    comparison.path("rows").asLong(),
                    comparison.path("bytes").asLong(),
                    Duration.ofMillis(comparison.path("milliseconds").asLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(transcript + " cannot be read", e);
        }
    }

    double megabytesPerSecond() {
        return bytes / 1e6 / (Math.max(1, took.toMillis()) / 1000.0);
    }

    private static JsonNode comparison(String line) {
        try {
            var event = Json.MAPPER.readTree(line.substring(line.indexOf('{')));
            return event.path("output").path("comparison");
        } catch (IOException e) {
            throw new UncheckedIOException("the transcript holds no JSON", e);
        }
    }
}
