package dev.daybreak.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A second opinion on the workflows: npm's `asl-validator`, where npm is at hand.
class ValidatorTest {
    private static final String VERSION = "4.0.0";
    private static final Path FOLDER = Path.of("target", "asl-validator-" + VERSION);
    private static final Path PROGRAM = FOLDER.resolve("node_modules/.bin/asl-validator");
    private static final int SECONDS_MAX = 60;

    private record Outcome(int exit, String output) {}

    static Stream<Workflow> workflows() {
        return Workflow.all().stream();
    }

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        if (Files.exists(PROGRAM)) {
            return;
        }
        Files.createDirectories(FOLDER);
        var outcome =
                run(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        FOLDER.toString(),
                        "asl-validator@" + VERSION);
        assumeTrue(
                outcome.exit() == 0 && Files.exists(PROGRAM),
                () ->
                        "Skipped: asl-validator %s cannot be installed (is npm there, and online?). %s"
                                .formatted(VERSION, outcome.output()));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyWorkflowIsValid(Workflow workflow) throws IOException, InterruptedException {
        var outcome = validate(workflow.file());

        assertThat(outcome.output()).contains("is valid");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void aWorkflowThatIsBrokenIsFound(@TempDir Path folder)
            throws IOException, InterruptedException {
        var file = folder.resolve("broken.asl.json");
        var whole = Files.readString(Workflow.all().getFirst().file());
        Files.writeString(file, whole.replaceFirst("\"Next\": \"\\w+\"", "\"Next\": \"Nowhere\""));

        assertThat(validate(file).exit()).isNotZero();
    }

    private static Outcome validate(Path file) throws IOException, InterruptedException {
        return run(PROGRAM.toString(), "--json-path", file.toString());
    }

    private static Outcome run(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("daybreak", ".txt");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            var hasEnded = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            process.destroyForcibly();
            return new Outcome(
                    hasEnded ? process.exitValue() : -1, Files.readString(output, UTF_8));
        } catch (IOException problem) {
            return new Outcome(-1, String.valueOf(problem.getMessage()));
        } finally {
            Files.delete(output);
        }
    }
}
