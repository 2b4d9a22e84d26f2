package dev.daybreak.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.daybreak.begin.Plan;
import dev.daybreak.forecast.Forecast;
import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.wayback.Cutover;
import dev.daybreak.wayback.WayBack;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may know whom, and what is done in one place only.
@AnalyzeClasses(packages = "dev.daybreak", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] NOUNS = {
        "dev.daybreak.database",
        "dev.daybreak.rds",
        "dev.daybreak.secret",
        "dev.daybreak.stack",
        "dev.daybreak.workload",
        "dev.daybreak.alert",
        "dev.daybreak.proof",
        "dev.daybreak.stream",
        "dev.daybreak.straggler",
        "dev.daybreak.note",
        "dev.daybreak.validation",
        "dev.daybreak.migration",
        "dev.daybreak.fault",
        "java..",
        "org.jspecify.."
    };
    private static final int OUR_NOUNS = 13;

    private static final String[] ADAPTERS = {
        "dev.daybreak.aws..",
        "dev.daybreak.kubernetes..",
        "dev.daybreak.postgres..",
        "dev.daybreak.http.."
    };

    /// Nouns that a step gives to others: the way back, the forecast, the plan.
    private static final Set<String> SHARED =
            Set.of(
                    WayBack.class.getName(),
                    Cutover.class.getName(),
                    Forecast.class.getName(),
                    Plan.class.getName());

    private static final String TIME_CHANCE_ENVIRONMENT =
            "java\\.time\\.\\w+\\.(now|system\\w*|tick\\w*)"
                    + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty)"
                    + "|java\\.lang\\.(Math\\.random|Thread\\.sleep)"
                    + "|java\\.util\\.UUID\\.randomUUID"
                    + "|java\\.(util|security)\\.\\w*Random\\w*\\..*"
                    + "|java\\.util\\.concurrent\\.(ThreadLocalRandom\\..*|TimeUnit\\.sleep)";

    @ArchTest
    static final ArchRule onlyAwsKnowsTheSdk =
            only("dev.daybreak.aws..", "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule onlyKubernetesKnowsItsClient =
            only("dev.daybreak.kubernetes..", "io.fabric8..");

    @ArchTest
    static final ArchRule onlyPostgresKnowsJdbc =
            only("dev.daybreak.postgres..", "java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule nounsKnowNothingButEachOther =
            classes()
                    .that()
                    .resideInAnyPackage(Arrays.copyOf(NOUNS, OUR_NOUNS))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(NOUNS);

    @ArchTest
    static final ArchRule portsSpeakInNouns =
            classes()
                    .that()
                    .resideInAPackage("dev.daybreak.ports")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(NOUNS).or(resideInAnyPackage("dev.daybreak.ports")));

    @ArchTest
    static final ArchRule nobodyButTheWiringKnowsAdapters =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ADAPTERS)
                    .and()
                    .resideOutsideOfPackage("dev.daybreak.runtime")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ADAPTERS);

    @ArchTest
    static final ArchRule interfacesArePortsOrSealed =
            classes()
                    .that()
                    .areInterfaces()
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .and(are(DescribedPredicate.describe("open", one -> !one.reflect().isSealed())))
                    .and(are(DescribedPredicate.not(shapeOfALambda())))
                    .should()
                    .resideInAPackage("dev.daybreak.ports");

    @ArchTest
    static final ArchRule timeChanceAndEnvironmentComeAsArguments =
            noClasses()
                    .that(
                            are(
                                    DescribedPredicate.not(
                                            nameMatching(
                                                    "dev\\.daybreak\\.runtime\\.(Wiring|Settings)(\\$.*)?"))))
                    .should()
                    .accessTargetWhere(
                            DescribedPredicate.describe(
                                    "tells the time, chance or the environment",
                                    access -> target(access).matches(TIME_CHANCE_ENVIRONMENT)));

    @ArchTest
    static final ArchRule namesSayWhatSomethingIs =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Utils?|Impl|Manager|Service|Helper|App)(\\$.*)?");

    @ArchTest
    static void aHandlerIsThePublicShellOfTheStepBesideIt(JavaClasses all)
            throws NoSuchMethodException {
        var handlers =
                all.stream()
                        .filter(one -> one.getSimpleName().endsWith("Handler"))
                        .filter(one -> !one.isEquivalentTo(StepHandler.class))
                        .toList();
        assertThat(handlers).hasSizeGreaterThan(20);
        for (var handler : handlers) {
            assertThat(handler.isAssignableTo(StepHandler.class)).as(handler.getName()).isTrue();
            assertThat(handler.reflect()).isPublic().isFinal();
            assertThat(handler.reflect().getConstructor(Wiring.class)).isNotNull();
            assertThat(all.contain(handler.getName().replaceFirst("Handler$", "")))
                    .as("the step of " + handler.getName())
                    .isTrue();
        }
    }

    @ArchTest
    static void stepsDoNotKnowEachOther(JavaClasses all) {
        var packages =
                all.stream()
                        .filter(one -> one.isAssignableTo(StepHandler.class))
                        .filter(one -> !one.isEquivalentTo(StepHandler.class))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        var known =
                all.stream()
                        .filter(one -> packages.contains(one.getPackageName()))
                        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                        .filter(one -> packages.contains(one.getTargetClass().getPackageName()))
                        .filter(
                                one ->
                                        !one.getTargetClass()
                                                .getPackageName()
                                                .equals(one.getOriginClass().getPackageName()))
                        .filter(one -> !isShared(one.getTargetClass()))
                        .map(Object::toString)
                        .toList();

        assertThat(packages).hasSizeGreaterThan(10);
        assertThat(known).isEmpty();
    }

    private static boolean isShared(JavaClass type) {
        return SHARED.contains(type.getName().replaceFirst("\\$.*", ""));
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    /// Within one package, for lambdas that throw what the JDK's own may not.
    private static DescribedPredicate<JavaClass> shapeOfALambda() {
        return DescribedPredicate.describe(
                "the shape of a package's own lambda",
                one ->
                        one.isAnnotatedWith(FunctionalInterface.class)
                                && !one.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static ArchRule only(String home, String... guests) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(guests);
    }
}
