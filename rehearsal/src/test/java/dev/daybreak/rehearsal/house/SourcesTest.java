package dev.daybreak.rehearsal.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Small enough to see.
class SourcesTest {
    private static final int LINES_MAX = 200;

    /// They put everything together, which takes their imports.
    private static final Path WORLD = Path.of("dev/daybreak/rehearsal/world/World.java");

    private static final Path FUNCTIONS = Path.of("dev/daybreak/rehearsal/lambda/Functions.java");

    @Test
    void noFileIsLongButThoseThatPutAllTogether() throws IOException {
        var main = Path.of("src", "main", "java");
        var found = new TreeSet<Path>();
        try (var files = Files.walk(main)) {
            for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (Files.readAllLines(file).size() > LINES_MAX) {
                    found.add(main.relativize(file));
                }
            }
        }

        assertThat(found).isSubsetOf(WORLD, FUNCTIONS);
    }
}
