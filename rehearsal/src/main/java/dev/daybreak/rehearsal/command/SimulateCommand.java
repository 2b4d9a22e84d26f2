package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.simulation.Campaign;
import dev.daybreak.rehearsal.simulation.Scenario;
import dev.daybreak.rehearsal.simulation.Simulation;
import dev.daybreak.rehearsal.simulation.Summary;
import dev.daybreak.rehearsal.simulation.Tally;
import dev.daybreak.rehearsal.simulation.Trial;
import dev.daybreak.rehearsal.simulation.Workflows;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.saboteur.Hunt;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./daybreak simulate`.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the deployed workflows and handlers in virtual time against stand-ins of everything,"
                    + " with faults, and holds each life against the promises.",
            "Without options: 1,000 lives that are drawn by their seeds."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every promise was held",
            "1:one was broken; the command that shows it again is printed",
            "65:the settings or a workflow are not good"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final double NANOSECONDS = 1e9;
    private static final int PROGRESS_EVERY = 1_000;

    @Mixin private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many lives are drawn; by default ${DEFAULT-VALUE}.")
    private int runs = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The first life's seed; each one more takes the next.")
    private long seed = 1;

    @Option(
            names = "--exhaust",
            description = "Every kind of fault at every call of every workflow, one in each life.")
    private boolean exhaust;

    @Option(
            names = "--saboteurs",
            description =
                    "Takes one guard away at a time, and shows which promise noticed, after how many lives.")
    private boolean saboteurs;

    @Option(names = "--json", description = "One JSON document of a campaign on standard output.")
    private boolean json;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "Runs one life again, with --plan: one of ${COMPLETION-CANDIDATES}.")
    private @Nullable Scenario scenario;

    @Option(
            names = "--plan",
            paramLabel = "CALL:FAULT,…",
            defaultValue = "",
            description = "What goes wrong in that life, as a violation prints it.")
    private String plan = "";

    @Option(names = "--events", description = "Prints every event of that life's executions.")
    private boolean events;

    @Override
    public Integer call() {
        var workflows = Workflows.load(Place.repository(), settings.read());
        if (scenario != null) {
            return again(workflows, scenario);
        }
        if (saboteurs) {
            return hunt(workflows);
        }
        var campaign = new Campaign(workflows);
        var trials = exhaust ? campaign.exhaustive(seed) : campaign.drawn(seed, runs);
        return campaign(workflows, campaign, trials);
    }

    private int again(Workflows workflows, Scenario life) {
        var run = new Simulation(workflows, life, seed, FaultPlan.read(plan));
        var ended = (events ? run.traced() : run).run();
        System.out.print(ended.transcript());
        System.out.printf(
                "%s with seed %d: %s after %,d transitions and %,d calls; happened: %s%n",
                life, seed, ended.how(), ended.transitions(), ended.calls(), ended.happened());
        ended.broken().forEach(System.out::println);
        return ended.broken().isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }

    private int hunt(Workflows workflows) {
        var caught = new Hunt(workflows, seed).all().toList();
        caught.forEach(
                one ->
                        System.out.printf(
                                "%-32s %s%n    after %,d lives: %s%n",
                                one.saboteur().name(),
                                one.saboteur().words(),
                                one.runs(),
                                one.promise().orElse("SURVIVED")));
        var survived = caught.stream().filter(one -> one.promise().isEmpty()).count();
        System.out.printf("%d saboteurs, %d survived%n", caught.size(), survived);
        return survived == 0 ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }

    private int campaign(Workflows workflows, Campaign campaign, List<Trial> trials) {
        var tally = new Tally();
        var begun = System.nanoTime();
        campaign.run(trials).forEach(judged -> add(tally, judged, trials.size(), begun));
        var summary = new Summary(workflows, tally, (System.nanoTime() - begun) / NANOSECONDS);
        if (json) {
            System.out.println(summary.json().toPrettyString());
        } else {
            summary.lines().forEach(System.out::println);
        }
        return tally.broken() == 0 ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }

    /// Whoever waits for a long campaign sees how far it is.
    private static void add(Tally tally, Campaign.Judged judged, int all, long begun) {
        tally.add(judged);
        if (tally.runs() % PROGRESS_EVERY == 0) {
            var seconds = (System.nanoTime() - begun) / NANOSECONDS;
            System.err.printf(
                    "%,d of %,d lives, %,.0f a second, %d violations, %d states%n",
                    tally.runs(),
                    all,
                    tally.runs() / seconds,
                    tally.broken(),
                    tally.covered().size());
        }
    }
}
