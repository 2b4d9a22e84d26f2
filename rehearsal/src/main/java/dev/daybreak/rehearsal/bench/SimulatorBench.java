package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.simulation.Campaign;
import dev.daybreak.rehearsal.simulation.Trial;
import dev.daybreak.rehearsal.simulation.Workflows;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.runtime.Json;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How many whole lives one core simulates in a second, by the kind of fault, side by side with
/// lives without one. Counted is the time that this thread had a core, so that others on the
/// machine do not matter; compiling, which the JVM does beside, is done before.
final class SimulatorBench {
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Duration EACH_KIND = Duration.ofSeconds(1);
    private static final double NANOSECONDS = 1e9;

    private final Workflows workflows;
    private final PrintStream out;

    SimulatorBench(Workflows workflows, PrintStream out) {
        this.workflows = workflows;
        this.out = out;
    }

    /// @param lives that were finished
    /// @param transitions of all of them
    /// @param seconds of a core
    private record Pace(int lives, long transitions, double seconds) {
        double livesPerSecond() {
            return lives / seconds;
        }

        double transitionsPerSecond() {
            return transitions / seconds;
        }
    }

    ObjectNode run(long seed) {
        var campaign = new Campaign(workflows);
        var quiet = campaign.quiet(seed);
        var drawn = campaign.drawn(seed, 1_000);
        out.printf("warming up for %d s%n", WARM_UP.toSeconds());
        var _ = pace(drawn, WARM_UP);
        out.printf("%-22s %9s %14s %7s%n", "fault", "lives/s", "transitions/s", "ratio");
        var json = Json.MAPPER.createObjectNode();
        var base = pace(quiet, MEASURED);
        show(json, "none", base, base);
        show(json, "up to three, drawn", pace(drawn, MEASURED), base);
        for (var kind : FaultPlan.KINDS) {
            var trials = campaign.with(kind, seed);
            show(json, kind.name(), pace(trials, EACH_KIND), base);
        }
        return json;
    }

    private void show(ObjectNode json, String name, Pace pace, Pace base) {
        var ratio = pace.transitionsPerSecond() / base.transitionsPerSecond();
        out.printf(
                Locale.ROOT,
                "%-22s %9.1f %,14.0f %7.2f%n",
                name,
                pace.livesPerSecond(),
                pace.transitionsPerSecond(),
                ratio);
        json.putObject(name)
                .put("lives", pace.lives())
                .put("transitions", pace.transitions())
                .put("coreSeconds", pace.seconds())
                .put("ratio", ratio);
    }

    /// Takes them in turn, again and again, until the time is over.
    private Pace pace(List<Trial> trials, Duration span) {
        var threads = ManagementFactory.getThreadMXBean();
        var begun = threads.getCurrentThreadCpuTime();
        var lives = 0;
        var transitions = 0L;
        var took = 0L;
        while (took < span.toNanos()) {
            transitions += trials.get(lives % trials.size()).run(workflows).transitions();
            lives++;
            took = threads.getCurrentThreadCpuTime() - begun;
        }
        return new Pace(lives, transitions, took / NANOSECONDS);
    }
}
