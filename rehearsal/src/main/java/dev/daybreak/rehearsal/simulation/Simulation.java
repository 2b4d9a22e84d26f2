package dev.daybreak.rehearsal.simulation;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.cloud.Sns;
import dev.daybreak.rehearsal.lambda.Functions;
import dev.daybreak.rehearsal.simulation.fault.Boundary;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.fault.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// One run: a seed, a plan of faults, and what came of it. The same three give the same transcript,
/// byte for byte.
public final class Simulation {
    private final Workflows workflows;
    private final Scenario scenario;
    private final long seed;
    private final FaultPlan plan;
    private boolean records;
    private Optional<StringBuilder> transcript = Optional.empty();

    public Simulation(Workflows workflows, Scenario scenario, long seed, FaultPlan plan) {
        this.workflows = workflows;
        this.scenario = scenario;
        this.seed = seed;
        this.plan = plan;
    }

    /// Keeps every call.
    public Simulation recording() {
        records = true;
        return this;
    }

    /// Keeps every event of every execution.
    public Simulation traced() {
        transcript = Optional.of(new StringBuilder());
        return this;
    }

    public Ended run() {
        return new Play().run();
    }

    private final class Play {
        private final World world = new World(workflows, new SplittableRandom(seed));
        private final Around around = new Around(world);
        private final Boundary boundary = new Boundary(plan, workflows.tampering(), around);
        private final People people = new People(world);
        private final Executor executor =
                new Executor(
                        workflows,
                        world,
                        boundary,
                        people,
                        Functions.with(Wired.to(world, boundary, this::isRunning), 1),
                        transcript);
        private final Life life = new Life(world, executor, scenario);

        private boolean isRunning(String arn) {
            return executor.isRunning(arn);
        }

        private Ended run() {
            if (records) {
                boundary.record();
            }
            around.with(new Mishaps(world, executor, people));
            world.servers.hear(boundary::moment);
            var broken = new ArrayList<String>();
            try {
                life.live();
                executor.tellOfStopped();
                broken.addAll(new Judge(world, executor, life, boundary.done()).broken());
            } catch (RuntimeException surprise) {
                broken.add("P7 The run came to no end: " + surprise);
            }
            var how = life.last().map(one -> one.getClass().getSimpleName()).orElse("Unfinished");
            return new Ended(
                    how,
                    List.copyOf(broken),
                    executor.happened(),
                    executor.all().stream().mapToInt(Running::transitions).sum(),
                    boundary.calls(),
                    boundary.sites(),
                    world.cloud.alerts().sent().stream().map(Sns.Sent::alert).toList(),
                    executor.coverage(),
                    transcript.map(StringBuilder::toString).orElse(""));
        }
    }

    /// @param how the last execution that changes things ended
    /// @param broken promises, each with its name before it
    /// @param happened the faults that had a place to happen
    /// @param transitions of all executions together
    /// @param calls of all handlers together
    /// @param sites of the calls, where they were recorded
    /// @param alerts that people got
    public record Ended(
            String how,
            List<String> broken,
            List<Happened> happened,
            int transitions,
            int calls,
            List<Site> sites,
            List<Alert> alerts,
            Coverage coverage,
            String transcript) {}
}
