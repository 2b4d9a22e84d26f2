package dev.daybreak.rehearsal.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.saboteur.Hunt;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole lives with the deployed workflows and handlers.
class SimulationTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Workflows WORKFLOWS = workflows();

    /// A cluster with KEDA.
    private static final long SEED = 3;

    private static final int DRAWN = 1_000;

    @Test
    void theSameSeedGivesTheSameTranscript() {
        var trials = new Campaign(WORKFLOWS).drawn(1, 200);

        assertThat(trials).allSatisfy(one -> assertThat(traced(one)).isEqualTo(traced(one)));
    }

    private static String traced(Trial trial) {
        return new Simulation(WORKFLOWS, trial.scenario(), trial.seed(), trial.plan())
                .traced()
                .run()
                .transcript();
    }

    @Test
    void aLifeWithoutFaultsEndsWell() {
        assertThat(LongStream.range(1, 9).boxed().toList())
                .allSatisfy(
                        seed ->
                                assertThat(List.of(Scenario.values()))
                                        .allSatisfy(one -> assertThat(quiet(one, seed)).isEmpty()));
    }

    private static List<String> quiet(Scenario scenario, long seed) {
        return new Trial(scenario, seed, FaultPlan.NONE).run(WORKFLOWS).broken();
    }

    @Test
    void everyFaultAtEveryCallBreaksNoPromise() {
        var campaign = new Campaign(WORKFLOWS);

        assertThat(violations(campaign, campaign.exhaustive(SEED))).isEmpty();
    }

    @Test
    void drawnLivesBreakNoPromise() {
        var campaign = new Campaign(WORKFLOWS);

        assertThat(violations(campaign, campaign.drawn(1, DRAWN))).isEmpty();
    }

    @Test
    void everySaboteurIsCaught() {
        assertThat(new Hunt(WORKFLOWS, SEED).all())
                .hasSizeGreaterThanOrEqualTo(25)
                .allSatisfy(one -> assertThat(one.promise()).as(one.saboteur().name()).isPresent());
    }

    /// What the simulator found in Daybreak, and what was mended.
    @ParameterizedTest
    @CsvSource({
        // An end that was told before the notes were erased, and then told again as a stop.
        "LEAVE, 1, 1584:DENIED",
        // A decommission that stopped halfway could never be green again.
        "LEAVE, 1946, ''",
        // Another writer's field was put back with the secret.
        "LEAVE, 1, 1546:SECRET_CHANGED"
    })
    void whatWasFoundStaysMended(Scenario scenario, long seed, String plan) {
        assertThat(new Trial(scenario, seed, FaultPlan.read(plan)).run(WORKFLOWS).broken())
                .isEmpty();
    }

    private static List<String> violations(Campaign campaign, List<Trial> trials) {
        return campaign.run(trials)
                .filter(one -> !one.ended().broken().isEmpty())
                .map(one -> one.ended().broken() + " " + one.trial().command())
                .toList();
    }

    private static Workflows workflows() {
        return MigrationJson.read(REPOSITORY.resolve("migration.json"))
                        instanceof Reading.Read(var migration)
                ? Workflows.load(REPOSITORY, migration)
                : Workflows.load(REPOSITORY, refused());
    }

    private static dev.daybreak.migration.Migration refused() {
        throw new AssertionError("migration.json is not good");
    }
}
