package dev.daybreak.rehearsal.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom in the rehearsal: its parts stand alone, and only the world puts them
/// together.
@AnalyzeClasses(
        packages = "dev.daybreak.rehearsal",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theInterpreterKnowsNothingOfOursButTime =
            onlyKnowsOfOurs(
                    "dev.daybreak.rehearsal.asl..",
                    "dev.daybreak.rehearsal.asl..",
                    "dev.daybreak.rehearsal.clock..");

    @ArchTest
    static final ArchRule timeKnowsNothingOfOurs =
            onlyKnowsOfOurs("dev.daybreak.rehearsal.clock..", "dev.daybreak.rehearsal.clock..");

    @ArchTest
    static final ArchRule serversKnowNothingOfOurs =
            onlyKnowsOfOurs(
                    "dev.daybreak.rehearsal.postgres..", "dev.daybreak.rehearsal.postgres..");

    @ArchTest
    static final ArchRule partsDoNotKnowTheWorldNorEachOther =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.daybreak.rehearsal.cloud..", "dev.daybreak.rehearsal.kubernetes..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.daybreak.rehearsal.postgres..",
                            "dev.daybreak.rehearsal.asl..",
                            "dev.daybreak.rehearsal.world..",
                            "dev.daybreak.rehearsal.report..",
                            "dev.daybreak.rehearsal.command..");

    @ArchTest
    static final ArchRule theCloudAndKubernetesAreStrangers =
            noClasses()
                    .that()
                    .resideInAPackage("dev.daybreak.rehearsal.cloud..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.daybreak.rehearsal.kubernetes..",
                            "software.amazon.awssdk..",
                            "io.fabric8..");

    @ArchTest
    static final ArchRule namesSayWhatSomethingIs =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(
                            "dev.daybreak.rehearsal.cloud.SecretsManager") // AWS's own name for it
                    .should()
                    .haveNameMatching(".*(Utils?|Impl|Manager|Service|Helper)(\\$.*)?");

    private static ArchRule onlyKnowsOfOurs(String whoever, String... known) {
        return noClasses()
                .that()
                .resideInAPackage(whoever)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.daybreak..").and(resideOutsideOfPackages(known)));
    }
}
