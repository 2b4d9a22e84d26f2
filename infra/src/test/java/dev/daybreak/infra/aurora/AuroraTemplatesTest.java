package dev.daybreak.infra.aurora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.infra.NeedsNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The templates that are rehearsed and reviewed are the ones that would be synthesized.
@NeedsNode
class AuroraTemplatesTest {
    private static final Path TEMPLATES = Path.of("templates");

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

    @Test
    void theRepositorysStackPolicyIsTheOneOfTheWorkflow() throws IOException {
        assertThat(Files.readString(TEMPLATES.resolve("aurora-stack-policy.json")))
                .as("run `./daybreak synth templates`, look at what changed, and commit it")
                .isEqualTo(AuroraTemplates.stackPolicy());
    }
}
