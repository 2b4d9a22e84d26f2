package dev.daybreak.infra.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// How the CDK app reads, and what it may know of what it deploys.
@AnalyzeClasses(
        packages = "dev.daybreak.infra",
        importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final int LINES_MAX = 200;

    @ArchTest
    static final ArchRule knowsWordsAndNothingThatRuns =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.daybreak.infra..",
                            "dev.daybreak.migration",
                            "dev.daybreak.settings",
                            "dev.daybreak.stack",
                            // the checks' names
                            "dev.daybreak.validation",
                            // the manifest and the duties
                            "dev.daybreak.kubernetes",
                            "dev.daybreak.aws",
                            "software.amazon.awscdk..",
                            "software.amazon.jsii..",
                            "software.constructs..",
                            "com.fasterxml.jackson..",
                            "java..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule takesNoClientOfAwsOrKubernetesAlong =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("software.amazon.awssdk..", "io.fabric8..", "java.sql..");

    @Test
    void noFileIsLong() throws IOException {
        var found = new TreeSet<Path>();
        try (var files = Files.walk(Path.of("src"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (Files.readAllLines(file).size() > LINES_MAX) {
                    found.add(file);
                }
            }
        }

        assertThat(found).isEmpty();
    }
}
