package dev.daybreak.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final Path DOCUMENTED = Path.of("..", "docs", "report-json.md");

    @Test
    void everyFieldOfTheJsonIsDocumentedAndNoOther(@TempDir Path folder) throws IOException {
        var json = Json.MAPPER.readTree(ReportFiles.json(Stories.moved(folder)));

        var documented =
                Files.readAllLines(DOCUMENTED).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(paths(json));
    }

    @Test
    void tellsTheDowntimeAndWhereItWent(@TempDir Path folder) throws IOException {
        var down = Json.MAPPER.readTree(ReportFiles.json(Stories.moved(folder))).path("downtime");

        assertThat(down.path("milliseconds").asLong()).isEqualTo(5000);
        assertThat(down.path("stepsMilliseconds").path("AwaitFinalSnapshot").asLong())
                .isEqualTo(3000);
        assertThat(down.path("refused").asLong()).isEqualTo(17);
    }

    @Test
    void thePageNeedsNothingFromElsewhereAndRunsNothing(@TempDir Path folder) throws IOException {
        ReportFiles.write(Stories.moved(folder));

        var page = Files.readString(folder.resolve("report.html"));
        assertThat(page)
                .doesNotContain("http:", "https:", "src=", "href=", "@import", "<script", "{{")
                .contains("The application is back on RDS", "Daybreak: moved", "5.00 s");
    }

    private static Set<String> paths(JsonNode json) {
        var paths = new TreeSet<String>();
        collect("", json, paths);
        return paths;
    }

    /// `downtime.stepsMilliseconds` is a map by state: its keys are no fields.
    private static void collect(String path, JsonNode node, Set<String> paths) {
        if (node.isObject() && !path.equals("downtime.stepsMilliseconds")) {
            node.properties()
                    .forEach(
                            field ->
                                    collect(
                                            path.isEmpty()
                                                    ? field.getKey()
                                                    : path + "." + field.getKey(),
                                            field.getValue(),
                                            paths));
        } else if (node.isArray() && node.path(0).isObject()) {
            collect(path + "[]", node.path(0), paths);
        } else {
            paths.add(path);
        }
    }
}
