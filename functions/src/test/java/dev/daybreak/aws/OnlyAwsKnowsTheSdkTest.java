package dev.daybreak.aws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.daybreak", importOptions = ImportOption.DoNotIncludeTests.class)
class OnlyAwsKnowsTheSdkTest {
    @ArchTest
    static final ArchRule NOBODY_ELSE_NAMES_A_CLASS_OF_THE_SDK =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.daybreak.aws..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("software.amazon.awssdk..");
}
