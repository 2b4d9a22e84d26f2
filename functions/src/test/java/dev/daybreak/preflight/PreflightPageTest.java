package dev.daybreak.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PreflightPageTest {
    @Test
    void thePageListsEveryCheckAndNoOther() throws IOException {
        var rows =
                Files.readAllLines(Path.of("../docs/preflight.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .toList();

        assertThat(rows).isEqualTo(Checks.ALL.stream().map(PreflightPageTest::row).toList());
    }

    private static String row(Check check) {
        var asked =
                switch (check.moment()) {
                    case ALWAYS -> "both times";
                    case FIRST -> "before anything is made";
                    case AGAIN -> "after the approval";
                };
        return "| `%s` | %s | %s |".formatted(check.name(), check.question(), asked);
    }
}
