package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.report.LaterDay;
import dev.daybreak.rehearsal.report.Reporter;
import dev.daybreak.rehearsal.writers.Gap;
import dev.daybreak.rehearsal.writers.Moment;
import dev.daybreak.runtime.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The days after the cutover: the clock jumps from one to the next, while the clients write on and
/// the servers are real.
final class LaterDays {
    private static final Duration DAY = Duration.ofDays(1);

    /// So that something is written on each day.
    private static final Duration AWAKE = Duration.ofMillis(200);

    private final Options options;
    private final World world;
    private final Runner runner;
    private final Reporter reporter;
    private final Listener transcript;
    private final Meddler meddler;
    private final List<LaterDay> days = new ArrayList<>();
    private Optional<Gap> rollback = Optional.empty();
    private boolean wentBack;

    LaterDays(
            Options options,
            World world,
            Runner runner,
            Reporter reporter,
            Listener transcript,
            Meddler meddler) {
        this.options = options;
        this.world = world;
        this.runner = runner;
        this.reporter = reporter;
        this.transcript = transcript;
        this.meddler = meddler;
    }

    /// Until the last day, or until the application has gone back.
    ///
    /// @return how the last execution ended that decides where the application is
    Outcome live() {
        Outcome last = new Outcome.Succeeded(Json.MAPPER.createObjectNode());
        for (int day = 1; day <= options.later().days(); day++) {
            world.clock().advance(DAY);
            meddler.dawned(world, day);
            LockSupport.parkNanos(AWAKE.toNanos());
            if (options.later().rollbackOn().orElse(0) == day) {
                return rolledBack(day);
            }
            pass(day, "the application writes to Aurora");
        }
        return last;
    }

    List<LaterDay> days() {
        return List.copyOf(days);
    }

    /// How long the application was without its database on the way back.
    Optional<Gap> rollback() {
        return rollback;
    }

    /// Whether the application was to go back.
    boolean wentBack() {
        return wentBack;
    }

    private Outcome rolledBack(int day) {
        wentBack = true;
        var ledger = world.clients().ledger();
        var since = ledger.now();
        var machine = Rehearsal.workflow(options.repository(), "rollback");
        var input = Json.MAPPER.createObjectNode().put("acceptLoss", meddler.acceptsLoss());
        var attempt = 1;
        Outcome outcome;
        do {
            var name = "rollback-on-day-%d-%d".formatted(day, attempt++);
            outcome = runner.run(machine, name, input, this::heard);
        } while (meddler.startsAgain(outcome));
        LockSupport.parkNanos(AWAKE.toNanos());
        rollback = longestSince(since);
        pass(
                day,
                outcome instanceof Outcome.Succeeded
                        ? "rolled back to RDS, with everything that was written to Aurora"
                        : "the rollback did not succeed");
        return outcome;
    }

    private Optional<Gap> longestSince(Moment since) {
        return world.clients().ledger().timeline().gaps().stream()
                .filter(gap -> gap.firstAfter().isAfter(since))
                .max(Comparator.comparing(Gap::length));
    }

    /// A rollback shuts Aurora and opens RDS.
    private void heard(HistoryEvent event) {
        transcript.heard(event);
        meddler.heardLater(world, event);
        var ledger = world.clients().ledger();
        var type = event.type().toString();
        if (type.equals("TaskStateExited") && event.state().equals("FenceAurora")) {
            ledger.forbid("aurora");
        } else if (type.equals("TaskStateEntered")) {
            switch (event.state()) {
                case "LiftFence" -> ledger.allow("rds");
                case "OpenAurora" -> ledger.allow("aurora");
                default -> {}
            }
        }
    }

    private void pass(int day, String words) {
        var passed = new LaterDay(day, words);
        days.add(passed);
        reporter.day(passed);
    }
}
