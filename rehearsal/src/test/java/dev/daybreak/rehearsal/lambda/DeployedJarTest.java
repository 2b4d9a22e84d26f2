package dev.daybreak.rehearsal.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The one file that every function is deployed from.
class DeployedJarTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path FOLDER = Deployment.packaged(REPOSITORY);
    private static final Path JAR = FOLDER.resolve("lib").resolve("functions-lambda.jar");
    private static final long BYTES_MAX = 30_000_000;

    /// Figures change a little with every class, and with the JDK that packs them; together they
    /// are held to half a megabyte.
    private static final Pattern SIZE = Pattern.compile("\\| [\\d,]+ \\| [\\d.]+ MB \\|");

    @Test
    void isAllThatIsDeployed() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(JAR);
        }
    }

    @Test
    void staysSmall() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(BYTES_MAX);
    }

    @Test
    void holdsWhatItsPageSays() throws IOException {
        var parts = JarParts.of(JAR);
        var page = Files.readString(REPOSITORY.resolve("docs/decisions/one-jar.md"));
        var table = parts.table();

        assertThat(SIZE.matcher(page).replaceAll("|").lines())
                .as("the table is now%n%s", table)
                .containsAll(SIZE.matcher(table).replaceAll("|").lines().toList());
        var total = Pattern.compile("\\| together \\| [\\d,]+ \\| ([\\d.]+) MB").matcher(page);
        assertThat(total.find()).isTrue();
        assertThat(parts.bytes() / 1e6)
                .isBetween(
                        Double.parseDouble(total.group(1)) - 0.5,
                        Double.parseDouble(total.group(1)) + 0.5);
    }

    @Test
    void everythingThatIsReferredToIsInIt() throws IOException {
        assertThat(new Links(JAR).missing()).isEmpty();
    }

    @Test
    void keepsLicencesAndServicesAndNoSignatures() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertThat(jar.isMultiRelease()).isTrue();
            assertThat(jar.stream().map(one -> one.getName()))
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/services/java.sql.Driver",
                            "dev/daybreak/fence/FenceHandler.class")
                    .noneMatch(name -> name.endsWith(".SF") || name.endsWith(".RSA"))
                    .noneMatch(name -> name.startsWith("com/amazonaws/services/lambda/runtime/api"))
                    .noneMatch(
                            name -> name.startsWith("io/netty/") || name.startsWith("org/apache"));
        }
    }
}
