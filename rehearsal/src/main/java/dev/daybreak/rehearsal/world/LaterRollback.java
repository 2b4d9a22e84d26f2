package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.writers.Gap;
import dev.daybreak.rehearsal.writers.Moment;
import dev.daybreak.runtime.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The application goes back on some day, and what its clients felt of it.
final class LaterRollback {
    private static final Duration SETTLED = Duration.ofMillis(200);

    private final Path repository;
    private final World world;
    private final Runner runner;
    private final Listener transcript;
    private final Meddler meddler;
    private Optional<Gap> gap = Optional.empty();
    private boolean happened;

    LaterRollback(
            Path repository, World world, Runner runner, Listener transcript, Meddler meddler) {
        this.repository = repository;
        this.world = world;
        this.runner = runner;
        this.transcript = transcript;
        this.meddler = meddler;
    }

    /// Whether the application was to go back.
    boolean happened() {
        return happened;
    }

    /// How long the application was without its database on the way back.
    Optional<Gap> gap() {
        return gap;
    }

    Outcome on(int day) {
        happened = true;
        var since = world.clients().ledger().now();
        var machine = Rehearsal.workflow(repository, "rollback");
        var input = Json.MAPPER.createObjectNode().put("acceptLoss", meddler.acceptsLoss());
        var attempt = 1;
        Outcome outcome;
        do {
            var name = "rollback-on-day-%d-%d".formatted(day, attempt++);
            outcome = runner.run(machine, name, input, this::heard);
        } while (meddler.startsAgain(outcome));
        LockSupport.parkNanos(SETTLED.toNanos());
        gap = longestSince(since);
        return outcome;
    }

    private Optional<Gap> longestSince(Moment since) {
        return world.clients().ledger().timeline().gaps().stream()
                .filter(one -> one.firstAfter().isAfter(since))
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
}
