package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.simulation.fault.Boundary;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.fault.Site;
import dev.daybreak.runtime.Json;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// One migration as people do it by the hand-written runbook, in the same world and with the same
/// faults as Daybreak's.
final class RunbookLife {
    private static final String NAME = "runbook";
    private static final Duration BREATH = Duration.ofHours(2);
    private static final Duration AFTERWARDS = Duration.ofHours(1);

    private final World world;
    private final Boundary boundary;
    private final RunbookSteps steps;
    private final Executor executor;
    private final boolean straggler;

    /// What became of it that nobody may ever see happen.
    enum Harm {
        ABANDONED,
        LOST_WRITES,
        STRANDED,
        DELETED_TOO_EARLY
    }

    /// @param straggler whether a client that nobody thought of goes on using the old host
    RunbookLife(Workflows workflows, long seed, FaultPlan plan, boolean straggler) {
        this.straggler = straggler;
        world = new World(workflows, new SplittableRandom(seed));
        var around = new Around(world);
        boundary = new Boundary(plan, workflows.tampering(), around);
        steps = new RunbookSteps(world, boundary, Wired.to(world, boundary, _ -> false));
        var people = new People(world);
        executor =
                new Executor(
                        workflows, world, boundary, people, steps.functions(), Optional.empty());
        around.with(new Mishaps(world, executor, people));
    }

    /// The same workflows, and the runbook.
    static Workflows with(Workflows workflows, StateMachine runbook) {
        return new Workflows(
                workflows.repository(),
                Map.of(NAME, runbook),
                workflows.template(),
                workflows.migration(),
                workflows.tampering());
    }

    List<Site> recorded(Runbook.Ending ending) {
        boundary.record();
        var _ = live(ending);
        return boundary.sites();
    }

    Set<Harm> live(Runbook.Ending ending) {
        if (!straggler) {
            world.endStrays();
        }
        var input = Json.MAPPER.createObjectNode().put("then", ending.words());
        var one = executor.start(NAME, input);
        breathe(one);
        var outcome = executor.await(one);
        new ByHand(world).pass(AFTERWARDS);
        var harms = EnumSet.noneOf(Harm.class);
        if (!(outcome instanceof Outcome.Succeeded)) {
            harms.add(Harm.ABANDONED);
        }
        if (!world.missing().isBlank()) {
            harms.add(Harm.LOST_WRITES);
        }
        if (!world.cluster.isWell()) {
            harms.add(Harm.STRANDED);
        }
        if (steps.deletedTooEarly()) {
            harms.add(Harm.DELETED_TOO_EARLY);
        }
        return harms;
    }

    /// The application writes while people wait; AWS starts what was stopped for seven days.
    private void breathe(Running one) {
        world.time.after(
                BREATH,
                () -> {
                    if (!one.isOver()) {
                        world.breathe();
                        world.cloud.life().startOverdue();
                        breathe(one);
                    }
                });
    }
}
