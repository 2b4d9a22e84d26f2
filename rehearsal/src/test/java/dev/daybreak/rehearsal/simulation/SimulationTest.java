package dev.daybreak.rehearsal.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.simulation.fault.CallFault;
import dev.daybreak.rehearsal.simulation.fault.Fault;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.fault.Mishap;
import dev.daybreak.rehearsal.simulation.fault.Site;
import dev.daybreak.rehearsal.simulation.saboteur.Hunt;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole lives with the deployed workflows and handlers.
class SimulationTest {
    private static final Workflows WORKFLOWS = Simulated.workflows();

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

        var tally = new Tally();
        campaign.run(campaign.exhaustive(SEED)).forEach(tally::add);
        assertThat(tally.violations().stream().map(SimulationTest::words)).isEmpty();
        var summary = new Summary(WORKFLOWS, tally, 1);
        assertThat(summary.unexplained()).as("reached by nothing").isEmpty();
        assertThat(summary.idle()).as("explained, and reached all the same").isEmpty();
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

    /// Where the simulator found something in Daybreak that was mended.
    @ParameterizedTest
    @CsvSource({
        // The end was told before the notes were erased, and then told again as a stop.
        "EraseNotes, DENIED",
        // An end that could not be told was silent.
        "AnnounceFinished, DENIED",
        // Another writer's field was put back with the secret.
        "VerifySecretAfterwards, SECRET_CHANGED",
        // A decommission that stopped halfway could never be green again.
        "DeleteInstance, DENIED"
    })
    void whatWasFoundStaysMended(String state, String fault) {
        var plans =
                new Campaign(WORKFLOWS)
                        .sites(Scenario.LEAVE, SEED).stream()
                                .filter(site -> site.state().equals(state))
                                .map(site -> FaultPlan.read(site.number() + ":" + fault))
                                .toList();
        var ended = plans.stream().map(one -> new Trial(Scenario.LEAVE, SEED, one).run(WORKFLOWS));

        assertThat(ended)
                .allSatisfy(one -> assertThat(one.broken()).isEmpty())
                .anySatisfy(one -> assertThat(one.happened()).isNotEmpty());
    }

    /// A rollback was stopped by hand while no pod was ready, and the next one failed at its first
    /// look: people were told that nothing was touched.
    @Test
    void nobodyIsToldThatNothingWasTouchedAfterARollbackThatWasCutOff() {
        var cut = at("rollback.AwaitReady", FaultPlan.NONE, Mishap.EXECUTION_STOPPED);
        var plan = at("rollback.LookBack", cut, CallFault.DENIED);
        var run = new Simulation(WORKFLOWS, Scenario.GO_BACK, SEED, plan).traced().run();

        assertThat(run.broken()).isEmpty();
        assertThat(run.transcript()).contains("ACT NOW: a rollback did not come to its end");
    }

    /// The plan with one more fault, at the last place where that state makes a call.
    private static FaultPlan at(String place, FaultPlan plan, Fault fault) {
        var sites =
                new Simulation(WORKFLOWS, Scenario.GO_BACK, SEED, plan).recording().run().sites();
        var last =
                sites.stream()
                        .filter(one -> place.equals(one.workflow() + "." + one.state()))
                        .filter(one -> one.takes(fault))
                        .mapToInt(Site::number)
                        .max()
                        .orElseThrow();
        return plan.and(FaultPlan.of(last, fault));
    }

    private static List<String> violations(Campaign campaign, List<Trial> trials) {
        return campaign.run(trials)
                .filter(one -> !one.ended().broken().isEmpty())
                .map(SimulationTest::words)
                .toList();
    }

    private static String words(Campaign.Judged one) {
        return one.ended().broken() + " " + one.trial().command();
    }
}
