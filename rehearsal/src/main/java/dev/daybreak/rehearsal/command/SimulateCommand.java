package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.simulation.Campaign;
import dev.daybreak.rehearsal.simulation.Runbook;
import dev.daybreak.rehearsal.simulation.Scenario;
import dev.daybreak.rehearsal.simulation.Trial;
import dev.daybreak.rehearsal.simulation.Workflows;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.saboteur.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
            "1:one was broken (the command that shows it again is printed), or a fault of --plan had no"
                    + " place to happen",
            "64:the options make no sense; nothing was started",
            "65:the settings or a workflow are not good"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

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
            defaultValue = "3",
            description = {
                "The first life's seed; each one more takes the next.",
                "By default ${DEFAULT-VALUE}, whose cluster has KEDA."
            })
    private long seed = 3;

    @Option(
            names = "--exhaust",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "1|2",
            description = {
                "1: every kind of fault at every call of every workflow, one in each life.",
                "2: two of these in each life, as many as --sample says."
            })
    private int exhaust;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many pairs of faults are drawn; by default ${DEFAULT-VALUE}.")
    private int sample = 20_000;

    @Option(
            names = "--saboteurs",
            description =
                    "Takes one guard away at a time, and shows which promise noticed, after how many lives.")
    private boolean saboteurs;

    @Option(
            names = "--runbook",
            description = "Plays the hand-written runbook instead, and counts what it loses.")
    private boolean runbook;

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
        var faults = checked();
        var migration = settings.read();
        Workflows.unplayed(migration).ifPresent(why -> refuse(List.of(why)));
        var workflows = Workflows.load(Place.repository(), migration);
        var shown = new SimulationScreen(workflows);
        if (scenario != null) {
            return shown.life(new Trial(scenario, seed, faults), events);
        }
        if (runbook) {
            return shown.runbook(new Runbook(workflows).rows(seed, runs));
        }
        if (saboteurs) {
            return shown.hunt(new Hunt(workflows, seed));
        }
        var campaign = new Campaign(workflows);
        return shown.campaign(campaign, trials(campaign), json);
    }

    private List<Trial> trials(Campaign campaign) {
        return switch (exhaust) {
            case 1 -> campaign.exhaustive(seed);
            case 2 -> campaign.pairs(seed, sample);
            default -> campaign.drawn(seed, runs);
        };
    }

    /// Options that would do nothing are refused, all at once: a campaign of no life is no success.
    private FaultPlan checked() {
        var wrong = new ArrayList<String>();
        var faults = FaultPlan.NONE;
        try {
            faults = FaultPlan.read(plan);
        } catch (IllegalArgumentException unreadable) {
            wrong.add("--plan: " + unreadable.getMessage() + ".");
        }
        if (runs < 1 || sample < 1) {
            wrong.add("--runs and --sample are 1 or more.");
        }
        if (exhaust < 0 || exhaust > 2) {
            wrong.add("--exhaust is 1 or 2.");
        }
        if (scenario == null && (!plan.isBlank() || events)) {
            wrong.add("--plan and --events are for one life: name it with --scenario.");
        }
        if (Stream.of(exhaust > 0, saboteurs, runbook, scenario != null).filter(on -> on).count()
                > 1) {
            wrong.add("Of --exhaust, --saboteurs, --runbook and --scenario only one at a time.");
        }
        if (!wrong.isEmpty()) {
            refuse(wrong);
        }
        return faults;
    }

    private void refuse(List<String> wrong) {
        throw new ParameterException(spec.commandLine(), String.join("\n", wrong));
    }
}
