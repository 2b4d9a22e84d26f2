package dev.daybreak.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.TableFacts;
import dev.daybreak.migration.Migration;
import dev.daybreak.preflight.Preflight.Answer;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreflightTest {
    private final World world = new World();

    @Test
    void everythingPassesWhereEverythingIsWell() {
        assertThat(findings(false))
                .isEqualTo(
                        new Findings(
                                names(check -> check.isAskedAt(false)),
                                List.of(
                                        new Finding(
                                                "version-on-aurora",
                                                "16.9 can become Aurora 16.10.",
                                                "")),
                                List.of(),
                                List.of()));
        assertThat(world.preflight(false)).isInstanceOf(Answer.Ready.class);
    }

    @ParameterizedTest
    @MethodSource("dev.daybreak.preflight.Spoiler#all")
    void oneThingWrongIsFoundByItsCheckAlone(Spoiler spoiler) {
        if (spoiler.again()) {
            world.prepare();
        }
        spoiler.spoil().accept(world);

        var findings = findings(spoiler.again());
        var bad = Set.of(spoiler.check());
        var none = Set.<String>of();
        boolean refuses = spoiler.outcome() == Spoiler.Outcome.REFUSES;
        assertThat(checks(findings.refusals())).isEqualTo(refuses ? bad : none);
        assertThat(checks(findings.warnings())).isEqualTo(refuses ? none : bad);
        assertThat(world.preflight(spoiler.again()))
                .isInstanceOf(refuses ? Answer.Refused.class : Answer.Ready.class);
    }

    @Test
    void everyCheckHasSomethingThatFailsIt() {
        var spoiled = Spoiler.all().map(Spoiler::check).collect(Collectors.toSet());
        // A test of its own: it takes others with it.
        spoiled.add("owner-login");

        assertThat(names(_ -> true))
                .doesNotHaveDuplicates()
                .hasSize(50)
                .containsExactlyInAnyOrderElementsOf(spoiled);
    }

    @Test
    void everyFindingSaysWhatAndWhatToDo() {
        Spoiler.all()
                .forEach(
                        spoiler -> {
                            var spoiled = new World();
                            if (spoiler.again()) {
                                spoiled.prepare();
                            }
                            spoiler.spoil().accept(spoiled);
                            assertThat(told(spoiled.preflight(spoiler.again())))
                                    .allSatisfy(
                                            finding -> {
                                                assertThat(finding.what()).endsWith(".");
                                                assertThat(finding.todo()).isNotBlank();
                                            });
                        });
    }

    @Test
    void noFindingHoldsAPassword() {
        Spoiler.all()
                .forEach(
                        spoiler -> {
                            var spoiled = new World();
                            spoiled.prepare();
                            spoiler.spoil().accept(spoiled);
                            assertThat(spoiled.preflight(true).toString()).doesNotContain("hunter");
                        });
    }

    @Test
    void aKeyForTheClusterMakesUpForASourceWithoutEncryption() {
        world.change("encrypted", false);
        var target = world.migration.target();
        world.migration =
                Changed.with(
                        world.migration,
                        "target",
                        Changed.with(target, "kmsKey", Optional.of("arn:of:a:key")));

        assertThat(findings(false).passed()).contains("encryption");
    }

    @Test
    void afterTheApprovalWhatIsOursIsNoLongerInTheWay() {
        world.prepare();

        assertThat(world.preflight(false)).isInstanceOf(Answer.Refused.class);
        assertThat(world.preflight(true)).isInstanceOf(Answer.Ready.class);
        assertThat(findings(true).passed())
                .contains("own-login", "no-long-transaction")
                .doesNotContain("cluster-name-free", "snapshot-names-free");
    }

    @Test
    void whatHoldsStillAndWhatComesAlongIsNoted() {
        world.scalers.add(new Scaler(Scaler.Kind.KEDA, "mosaic-prod", "core-api", Map.of()));
        world.scalers.add(new Scaler(Scaler.Kind.HPA, "mosaic-prod", "core-api", Map.of()));
        world.changeFacts("largeObjects", 3L);
        world.migration =
                Changed.with(world.migration, "rollback", Migration.Rollback.SNAPSHOT_ONLY);

        assertThat(findings(false).notes())
                .extracting(Finding::what)
                .contains(
                        "Held still in the window: ScaledObject mosaic-prod/core-api,"
                                + " HorizontalPodAutoscaler mosaic-prod/core-api.",
                        "3 large objects come along in the snapshot.");
    }

    @Test
    void whatTheSettingsDoNotNameComesWithTheLineToWrite() {
        world.externalSecrets.add(Changed.with(Healthy.externalSecret(), "name", "reporting"));
        world.scalers.add(new Scaler(Scaler.Kind.KEDA, "mosaic-prod", "workers", Map.of()));

        assertThat(told(world.preflight(false)))
                .containsExactly(
                        new Finding(
                                "external-secrets-named",
                                "Daybreak may not touch what the settings do not name:"
                                        + " ExternalSecret reporting.",
                                "Write \"externalSecrets\": [\"database\", \"reporting\"] into"
                                        + " kubernetes.access of migration.json, deploy it and"
                                        + " apply the RBAC manifest again."),
                        new Finding(
                                "scaled-objects-named",
                                "Daybreak may not touch what the settings do not name:"
                                        + " ScaledObject workers.",
                                "Write \"scaledObjects\": [\"core-api\", \"workers\"] into"
                                        + " kubernetes.access of migration.json, deploy it and"
                                        + " apply the RBAC manifest again."));
    }

    @Test
    void saysHowManyChecksRefuseAndWhich() {
        world.change("status", "stopped");
        world.changeSecretFacts("rotationEnabled", true);

        assertThat(world.preflight(false))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(refused.why())
                                        .isEqualTo(
                                                "2 of 49 checks refuse: instance-available,"
                                                        + " rotation-off."));
    }

    @Test
    void staysSmallHoweverMuchThereIs() {
        world.changeFacts(
                "tables",
                IntStream.range(0, 100_000)
                        .mapToObj(n -> new TableFacts("t".repeat(500) + n, 1, 1, false, true))
                        .toList());
        world.missingPermissions = IntStream.range(0, 9999).mapToObj("do %d"::formatted).toList();

        assertThat(findings(false).toString()).hasSizeLessThan(10_000);
    }

    private Findings findings(boolean again) {
        return switch (world.preflight(again)) {
            case Answer.Ready(var findings) -> findings;
            case Answer.Refused(_, var findings) -> findings;
        };
    }

    private static List<Finding> told(Answer answer) {
        return switch (answer) {
            case Answer.Ready(var findings) -> findings.warnings();
            case Answer.Refused(_, var findings) ->
                    Stream.of(findings.warnings(), findings.refusals())
                            .flatMap(List::stream)
                            .toList();
        };
    }

    private static Set<String> checks(List<Finding> findings) {
        return findings.stream().map(Finding::check).collect(Collectors.toSet());
    }

    private static List<String> names(Predicate<Check> which) {
        return Checks.ALL.stream().filter(which).map(Check::name).toList();
    }
}
