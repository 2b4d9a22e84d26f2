package dev.daybreak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.settings.MigrationJson.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The text before it is settings.
class MigrationTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name": "a",}          | line 1, column 14: found no JSON (Unexpected character ('}'))
                    {"name": "a" // why     | line 1, column 14: found no JSON (Unexpected character ('/'))
                    {"name": "a"            | line 1, column 13: found no JSON (Unexpected end-of-input: expected close marker for Object
                    {"name": "a"} {}        | line 1, column 15: found no JSON (Trailing token found after value
                    []                      | the settings: found a list of 0; allowed: a JSON object
                    ``                      | the settings: found nothing; allowed: a JSON object
                    """)
    void saysWhereTheTextIsNoJson(String text, String problem) {
        assertThat(MigrationJson.read(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problems().toString()).contains(problem));
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        var text =
                Documents.text(Documents.EXAMPLE)
                        .replace("\"key\":", "\"name\": \"other\", \"key\":")
                        .replace("\"selector\":", "\"name\": \"other\", \"selector\":");

        assertThat(MigrationJson.read(text))
                .isEqualTo(
                        new Reading.Refused(
                                List.of(
                                        new Problem(
                                                "kubernetes.deployments[0].name",
                                                "it again in line 20",
                                                "each field once"),
                                        new Problem(
                                                "kubernetes.databaseSecret.name",
                                                "it again in line 23",
                                                "each field once"))));
    }

    @Test
    void saysWhatToDoWhereThereIsNoFile(@TempDir Path folder) throws IOException {
        var none = folder.resolve("migration.json");
        var binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, 0x00});

        assertThat(MigrationJson.read(none).toString())
                .contains(none.toString(), "no such file", "start from a copy");
        assertThat(MigrationJson.read(binary).toString()).contains("no UTF-8");
        assertThat(MigrationJson.read(folder).toString()).contains("cannot be read");
    }
}
