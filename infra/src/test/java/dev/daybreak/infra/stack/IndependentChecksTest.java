package dev.daybreak.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.daybreak.infra.Main;
import dev.daybreak.infra.NeedsNode;
import dev.daybreak.infra.Synthesized;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aspects;

/// What others' checkers say of the templates.
@NeedsNode
class IndependentChecksTest {
    /// cfn-lint knows no JSONata in `TimeoutSeconds` (E3601), which Step Functions takes
    /// (<https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html>); and that a
    /// dependency is stated twice (W3005) is the construct library's doing.
    private static final String NOT_OURS = "E3601,W3005";

    /// The validator does not take an alias for a function; SNS does
    /// (<https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html>).
    private static final String ALIAS_IS_NO_FUNCTION = "'CloudFormation-Validate::W3694'";

    @Test
    void twoSynthesesGiveTheSameBytes() {
        var again = Synthesized.scratch();
        Synthesized.into(again);

        assertThat(files(again)).isEqualTo(files(Synthesized.folder())).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daybreak-mosaic-prod", "daybreak-mosaic-prod-after"})
    void cdkNagFindsNothingWithoutAReason(String stack) throws IOException {
        var folder = Synthesized.scratch();
        var app = Synthesized.stated(folder);
        Aspects.of(app).add(new AwsSolutionsChecks(NagPackProps.builder().reports(true).build()));
        app.synth();
        var report = folder.resolve("AwsSolutions-%s-NagReport.csv".formatted(stack));
        var lines = Files.readAllLines(report);

        assertThat(lines).filteredOn(line -> line.contains("\"Non-Compliant\"")).isEmpty();
        assertThat(lines).filteredOn(line -> line.contains("\"Compliant\"")).isNotEmpty();
    }

    /// The construct library's own validator, in a process of its own: here it is switched off.
    @Test
    void theConstructLibrarysValidatorIsClean() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var settings = "settings=" + Synthesized.settings();
        var synthesis =
                process(
                        List.of(
                                java,
                                "-Ddaybreak.repository=" + Synthesized.REPOSITORY,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "-c",
                                settings),
                        Map.of(
                                "CDK_VALIDATION",
                                "true",
                                "CDK_OUTDIR",
                                Synthesized.scratch().toString(),
                                "CDK_CONTEXT_JSON",
                                "{\"@aws-cdk/core:validateAgainstDefaultRules\":true}"));

        assertThat(synthesis.said().lines().filter(line -> line.contains("Acknowledge with")))
                .allMatch(line -> line.contains(ALIAS_IS_NO_FUNCTION));
        assertThat(synthesis.exit()).as(synthesis.said()).isZero();
    }

    @Test
    void cfnLintIsClean() throws Exception {
        var found = process(List.of("sh", "-c", "command -v cfn-lint"), Map.of());
        assumeThat(found.exit()).as("cfn-lint is not installed here").isZero();
        var command = new ArrayList<>(List.of("cfn-lint", "--ignore-checks", NOT_OURS, "--"));
        templates().map(Path::toString).forEach(command::add);
        var lint = process(command, Map.of());

        assertThat(lint.exit()).as(lint.said()).isZero();
    }

    private record Ended(int exit, String said) {}

    private static Ended process(List<String> command, Map<String, String> environment)
            throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static Stream<Path> templates() {
        return Stream.of(Synthesized.folder(), Synthesized.LAYOUT.templates())
                .flatMap(folder -> list(folder).stream())
                .filter(file -> file.toString().endsWith(".template.json"));
    }

    private static List<String> files(Path folder) {
        return list(folder).stream().map(file -> file.getFileName() + " " + content(file)).toList();
    }

    private static List<Path> list(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int content(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
