package dev.daybreak.rehearsal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.world.Rehearsal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("standard output and error are the JVM's")
class DaybreakTest {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        System.setProperty("daybreak.repository", "..");
    }

    @AfterEach
    void letGo() {
        System.setOut(OUT);
        System.setErr(ERR);
        System.clearProperty("daybreak.repository");
    }

    @Test
    void theShippedSettingsAndWorkflowAreGood() {
        assertThat(Daybreak.run("check")).isZero();
        assertThat(said()).startsWith("good: ").contains("mosaic-prod-db to mosaic-prod-aurora");
    }

    @Test
    void allProblemsOfTheSettingsAreToldAtOnceWithTheFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("mine.json"), "{\"nmae\": 1, \"region\": 2}");

        assertThat(Daybreak.run("rehearse", "--settings", file.toString())).isEqualTo(65);
        assertThat(said()).contains(file.toString(), "nmae", "region", "Nothing was started");
    }

    @Test
    void settingsThatAreNotThereAreSaidToBeMissing() {
        assertThat(Daybreak.run("check", "--settings", "nowhere.json")).isEqualTo(65);
        assertThat(said()).contains("nowhere.json", "no such file").doesNotContain("\tat ");
    }

    @Test
    void aTemplateThatCannotBePlayedIsRefusedWithTheFileAndThePlace(@TempDir Path repository)
            throws IOException {
        for (var file :
                List.of(
                        Rehearsal.WORKFLOWS.resolve("migrate.asl.json"),
                        Rehearsal.TEMPLATE,
                        Path.of("migration.json"))) {
            var text = Files.readString(Path.of("..").resolve(file));
            var copy = repository.resolve(file);
            Files.createDirectories(copy.resolveSibling("."));
            Files.writeString(copy, text.replace("CopyTagsToSnapshot", "CopyTagsSometimes"));
        }
        System.setProperty("daybreak.repository", repository.toString());

        assertThat(Daybreak.run("check")).isEqualTo(65);
        assertThat(said())
                .contains(
                        Rehearsal.TEMPLATE + " can't be played",
                        "/Resources/Cluster/Properties/CopyTagsSometimes: a rehearsal does not know",
                        "Nothing was started");
    }

    @Test
    void anUnknownStepListsAllOfThemThoseOfTheWindowFirst() {
        assertThat(Daybreak.run("rehearse", "--fail", "SwapHots")).isEqualTo(64);
        assertThat(said())
                .contains("no step 'SwapHots'", "did you mean SwapHost?")
                .containsSubsequence("Steps of the window:", "Fence", "Other steps:", "Preflight");
    }

    @Test
    void anImpossibleSizeIsRefusedBeforeAnythingStarts() {
        assertThat(Daybreak.run("rehearse", "--size", "3")).isEqualTo(64);
        assertThat(said()).contains("\"3\" is no size", "Nothing was started");
    }

    @Test
    void askingNeedsATerminalAndSaysTheWayOut() {
        assertThat(Daybreak.run("rehearse", "--approval", "ask")).isEqualTo(64);
        assertThat(said()).contains("needs a terminal", "--approval auto");
    }

    @Test
    void theHelpTellsEveryExitCode() {
        assertThat(Daybreak.run("rehearse", "--help")).isZero();
        assertThat(said()).contains("0 ", "1 ", "64 ", "65 ", "69 ", "70 ", "73 ", "130 ");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
