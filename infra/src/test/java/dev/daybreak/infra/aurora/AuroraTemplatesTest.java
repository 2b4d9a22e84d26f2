package dev.daybreak.infra.aurora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The templates that are rehearsed and reviewed are the ones that would be synthesized.
class AuroraTemplatesTest {
    private static final Path TEMPLATES = Path.of("templates");

    /// The construct library runs in Node.
    @BeforeAll
    static void thereIsNode() {
        assumeThat(hasNode())
                .as("node is not installed here: nothing can be synthesized to compare with")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theRepositorysTemplateIsWhatWouldBeSynthesized(Origin origin) throws IOException {
        assertThat(Files.readString(TEMPLATES.resolve(origin.file())))
                .as("run `./daybreak synth templates`, look at what changed, and commit it")
                .isEqualTo(AuroraTemplates.synthesize().get(origin));
    }

    @Test
    void twoSynthesesGiveTheSameBytes() {
        assertThat(AuroraTemplates.synthesize()).isEqualTo(AuroraTemplates.synthesize());
    }

    @Test
    void theStackPolicyIsForTheTemplatesOwnClusterAndWriter() {
        assertThat(AuroraTemplates.synthesize().values())
                .allSatisfy(
                        template ->
                                assertThat(AuroraStack.KEPT)
                                        .isEqualTo(List.of("Cluster", "Writer"))
                                        .allSatisfy(
                                                id ->
                                                        assertThat(template)
                                                                .contains("\"" + id + "\" : {")));
    }

    private static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
