package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.fault.Fault;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.fault.Site;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many trials: chosen by seeds, or every fault at every call.
public final class Campaign {
    /// The workflows whose calls a scenario is there for: those of `migrate` are in every one.
    private static final Map<Scenario, Set<String>> OWN =
            Map.of(
                    Scenario.MOVE, Set.of("migrate"),
                    Scenario.SLEEP, Set.of("migrate"),
                    Scenario.GO_BACK, Set.of("validate", "rollback"),
                    Scenario.WAKE, Set.of("rollback"),
                    Scenario.LEAVE, Set.of("decommission", "keep-stopped"));

    private static final List<Scenario> SCENARIOS = List.of(Scenario.values());
    private static final int FAULTS_MAX = 3;

    private final Workflows workflows;

    public Campaign(Workflows workflows) {
        this.workflows = workflows;
    }

    /// @param number of the trial, from 0
    public record Judged(int number, Trial trial, Simulation.Ended ended) {}

    /// One fault in each trial: every kind at every call of a life without faults.
    public List<Trial> exhaustive(long seed) {
        var trials = new ArrayList<Trial>();
        for (var scenario : Scenario.values()) {
            trials.add(new Trial(scenario, seed, FaultPlan.NONE));
            for (var site : sites(scenario, seed)) {
                FaultPlan.KINDS.stream()
                        .filter(site::takes)
                        .map(kind -> FaultPlan.of(site.number(), kind))
                        .map(plan -> new Trial(scenario, seed, plan))
                        .forEach(trials::add);
            }
        }
        return trials;
    }

    /// Two faults in each trial: any two of the exhaustive ones of the same life.
    ///
    /// @param sample how many of the pairs, drawn by the seed
    public List<Trial> pairs(long seed, int sample) {
        var singles =
                exhaustive(seed).stream()
                        .filter(one -> !one.plan().faults().isEmpty())
                        .collect(Collectors.groupingBy(Trial::scenario));
        var all = singles.values().stream().flatMap(List::stream).toList();
        return new Lazily<>(
                sample,
                i -> {
                    var chance = new SplittableRandom(seed + i);
                    var one = all.get(chance.nextInt(all.size()));
                    var partners = singles.getOrDefault(one.scenario(), all);
                    var other = partners.get(chance.nextInt(partners.size()));
                    return new Trial(one.scenario(), seed, one.plan().and(other.plan()));
                });
    }

    /// A life of each kind without a fault.
    public List<Trial> quiet(long seed) {
        return SCENARIOS.stream().map(one -> new Trial(one, seed, FaultPlan.NONE)).toList();
    }

    /// Those of the exhaustive ones that have this fault.
    public List<Trial> with(Fault kind, long seed) {
        return exhaustive(seed).stream()
                .filter(
                        one ->
                                one.plan().faults().stream()
                                        .anyMatch(planned -> planned.fault() == kind))
                .toList();
    }

    /// The calls of a life without faults that are this scenario's own.
    public List<Site> sites(Scenario scenario, long seed) {
        return new Simulation(workflows, scenario, seed, FaultPlan.NONE)
                .recording().run().sites().stream()
                        .filter(
                                site ->
                                        OWN.getOrDefault(scenario, Set.of())
                                                .contains(site.workflow()))
                        .toList();
    }

    /// Trials that are drawn: one for each seed.
    public List<Trial> drawn(long firstSeed, int runs) {
        var calls = new EnumMap<Scenario, Integer>(Scenario.class);
        for (var scenario : Scenario.values()) {
            calls.put(
                    scenario,
                    new Trial(scenario, firstSeed, FaultPlan.NONE).run(workflows).calls());
        }
        return new Lazily<>(runs, i -> drawn(firstSeed + i, calls));
    }

    private static Trial drawn(long seed, Map<Scenario, Integer> calls) {
        var chance = new SplittableRandom(seed ^ 0x5eedL);
        var scenario = SCENARIOS.get(chance.nextInt(SCENARIOS.size()));
        var most = calls.getOrDefault(scenario, 1);
        return new Trial(scenario, seed, FaultPlan.drawn(chance, most, FAULTS_MAX));
    }

    /// Runs them, as many at once as there are cores; each by itself is one thread's.
    public Stream<Judged> run(List<Trial> trials) {
        return IntStream.range(0, trials.size())
                .parallel()
                .mapToObj(
                        number -> {
                            var trial = trials.get(number);
                            return new Judged(number, trial, trial.run(workflows));
                        });
    }
}
