package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.fault.FaultPlan;

/// What makes a run: the same trial has the same end.
public record Trial(Scenario scenario, long seed, FaultPlan plan) {
    public Simulation.Ended run(Workflows workflows) {
        return new Simulation(workflows, scenario, seed, plan).run();
    }

    /// The fewest of its faults that still break the same promise.
    public Trial shrunk(Workflows workflows) {
        var promise = promise(run(workflows));
        var smallest = this;
        for (int index = plan.faults().size() - 1; index >= 0; index--) {
            var fewer = new Trial(scenario, seed, smallest.plan.without(index));
            if (promise(fewer.run(workflows)).equals(promise)) {
                smallest = fewer;
            }
        }
        return smallest;
    }

    /// `P1`, or nothing where all were held.
    private static String promise(Simulation.Ended ended) {
        return ended.broken().isEmpty() ? "" : ended.broken().getFirst().substring(0, 2);
    }

    /// The command that runs it again, with all that it did.
    public String command() {
        return "./daybreak simulate --scenario %s --seed %d --plan '%s' --events"
                .formatted(scenario, seed, plan);
    }
}
