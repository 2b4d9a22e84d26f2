package dev.daybreak.rehearsal.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// The reports in a rehearsal's folder.
public final class ReportFiles {
    private ReportFiles() {}

    public static void write(Story story) {
        var folder = story.report().folder();
        try {
            Files.writeString(folder.resolve("report.json"), json(story) + "\n");
            Files.writeString(folder.resolve("report.html"), ReportHtml.of(story));
        } catch (IOException e) {
            throw new UncheckedIOException("the reports cannot be written to " + folder, e);
        }
    }

    /// One JSON document; `docs/report-json.md` tells its fields.
    public static String json(Story story) {
        return ReportJson.of(story).toPrettyString();
    }
}
