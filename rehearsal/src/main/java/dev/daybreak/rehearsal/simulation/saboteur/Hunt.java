package dev.daybreak.rehearsal.simulation.saboteur;

import dev.daybreak.rehearsal.simulation.Campaign;
import dev.daybreak.rehearsal.simulation.Scenario;
import dev.daybreak.rehearsal.simulation.Trial;
import dev.daybreak.rehearsal.simulation.Workflows;
import dev.daybreak.rehearsal.simulation.fault.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Lets every saboteur loose, and sees how many runs it takes until a promise is broken.
public final class Hunt {
    /// One that lives longer has survived.
    public static final int RUNS_MAX = 2_000;

    private final Workflows workflows;
    private final List<Trial> trials;
    private final Map<String, Site> sites = new HashMap<>();

    /// @param seed of the order in which faults are tried
    public Hunt(Workflows workflows, long seed) {
        this.workflows = workflows;
        var campaign = new Campaign(workflows);
        this.trials = shuffled(campaign.exhaustive(seed), seed);
        for (var scenario : Scenario.values()) {
            campaign.sites(scenario, seed)
                    .forEach(site -> sites.put(scenario + " " + site.number(), site));
        }
    }

    /// @param promise what was broken; empty where it survived
    /// @param runs until then
    public record Caught(Saboteur saboteur, Optional<String> promise, int runs) {}

    /// Each saboteur, in its order, as soon as those before it are done.
    public Stream<Caught> all() {
        return Saboteur.all().parallelStream().map(this::hunt);
    }

    public Caught hunt(Saboteur saboteur) {
        var sabotaged = saboteur.change().apply(workflows);
        var order = Stream.concat(near(saboteur, true), near(saboteur, false)).toList();
        for (int runs = 1; runs <= Math.min(RUNS_MAX, order.size()); runs++) {
            var broken = order.get(runs - 1).run(sabotaged).broken();
            if (!broken.isEmpty()) {
                return new Caught(saboteur, Optional.of(broken.getFirst()), runs);
            }
        }
        return new Caught(saboteur, Optional.empty(), RUNS_MAX);
    }

    private Stream<Trial> near(Saboteur saboteur, boolean wanted) {
        return trials.stream().filter(one -> isNear(saboteur, one) == wanted);
    }

    private boolean isNear(Saboteur saboteur, Trial trial) {
        return isQuiet(trial)
                || trial.plan().faults().stream()
                        .map(one -> sites.get(trial.scenario() + " " + one.call()))
                        .filter(Objects::nonNull)
                        .anyMatch(
                                site ->
                                        saboteur.near().contains(site.state())
                                                || saboteur.near().contains(site.port()));
    }

    /// Those without a fault first.
    private static List<Trial> shuffled(List<Trial> trials, long seed) {
        var chance = new SplittableRandom(seed);
        var faulty = new ArrayList<>(trials.stream().filter(one -> !isQuiet(one)).toList());
        for (int i = faulty.size() - 1; i > 0; i--) {
            var other = chance.nextInt(i + 1);
            faulty.set(i, faulty.set(other, faulty.get(i)));
        }
        return Stream.concat(trials.stream().filter(Hunt::isQuiet), faulty.stream()).toList();
    }

    private static boolean isQuiet(Trial trial) {
        return trial.plan().faults().isEmpty();
    }
}
