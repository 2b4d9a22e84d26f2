package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.simulation.Campaign;
import dev.daybreak.rehearsal.simulation.Runbook;
import dev.daybreak.rehearsal.simulation.Simulation;
import dev.daybreak.rehearsal.simulation.Summary;
import dev.daybreak.rehearsal.simulation.Tally;
import dev.daybreak.rehearsal.simulation.Trial;
import dev.daybreak.rehearsal.simulation.Workflows;
import dev.daybreak.rehearsal.simulation.saboteur.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What `./daybreak simulate` shows, and the exit code that goes with it.
final class SimulationScreen {
    private static final double NANOSECONDS = 1e9;
    private static final int PROGRESS_EVERY = 1_000;
    private static final double PERCENT = 100;

    private final Workflows workflows;

    SimulationScreen(Workflows workflows) {
        this.workflows = workflows;
    }

    /// One life, with what went wrong in it.
    int life(Trial trial, boolean events) {
        var life = new Simulation(workflows, trial.scenario(), trial.seed(), trial.plan());
        var ended = (events ? life.traced() : life).run();
        System.out.print(ended.transcript());
        System.out.printf(
                "%s with seed %d: %s after %,d transitions and %,d calls; happened: %s%n",
                trial.scenario(),
                trial.seed(),
                ended.how(),
                ended.transitions(),
                ended.calls(),
                ended.happened());
        ended.broken().forEach(System.out::println);
        var idle = new ArrayList<>(trial.plan().faults());
        ended.happened().forEach(one -> idle.remove(one.planned()));
        if (!idle.isEmpty()) {
            System.out.printf(
                    "Had no place to happen: %s. A plan belongs to the commit that printed it.%n",
                    idle);
        }
        return ended.broken().isEmpty() && idle.isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }

    int hunt(Hunt hunt) {
        var caught = hunt.all().toList();
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

    /// A table for people, and for the documentation.
    int runbook(List<Runbook.Row> rows) {
        System.out.println(
                "| then | faults | a straggler | lives | given up | lost writes | stranded | deleted too early |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        rows.forEach(
                one ->
                        System.out.printf(
                                Locale.ROOT,
                                "| %s | %s | %s | %,d | %s | %s | %s | %s |%n",
                                one.ending(),
                                one.faulty() ? "one" : "none",
                                one.straggler() ? "yes" : "no",
                                one.lives(),
                                share(one.abandoned(), one.lives()),
                                share(one.lostWrites(), one.lives()),
                                share(one.stranded(), one.lives()),
                                share(one.deletedTooEarly(), one.lives())));
        return ExitCode.GOOD;
    }

    private static String share(int some, int all) {
        return String.format(Locale.ROOT, "%.1f%%", PERCENT * some / all);
    }

    int campaign(Campaign campaign, List<Trial> trials, boolean json) {
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
                    tally.coverage().states().size());
        }
    }
}
