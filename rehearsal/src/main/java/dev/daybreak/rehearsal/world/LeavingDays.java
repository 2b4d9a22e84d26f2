package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.report.Visit;
import dev.daybreak.rehearsal.report.Visits;
import dev.daybreak.runtime.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// The execution that takes the old instance away: it runs on while the days of rest pass.
final class LeavingDays {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final String RESTS = "WaitForRest";

    private final Path repository;
    private final Runner runner;
    private final Listener transcript;
    private final ExecutorService threads;
    private final Visits visits = new Visits();
    private volatile String state = "";
    private Optional<Future<Outcome>> running = Optional.empty();

    LeavingDays(Path repository, Runner runner, Listener transcript, ExecutorService threads) {
        this.repository = repository;
        this.runner = runner;
        this.transcript = transcript;
        this.threads = threads;
    }

    void begin() {
        var machine = Rehearsal.workflow(repository, "decommission");
        var input = Json.MAPPER.createObjectNode();
        running =
                Optional.of(
                        threads.submit(
                                () -> runner.run(machine, "decommission", input, this::heard)));
    }

    boolean isUnderWay() {
        return running.isPresent();
    }

    boolean hasEnded() {
        return running.filter(Future::isDone).isPresent();
    }

    /// Until there is nothing to do but to let days pass, or it is over.
    void awaitRest() {
        while (isUnderWay() && !hasEnded() && !state.equals(RESTS)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    Outcome outcome() {
        try {
            return running.orElseThrow().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the old instance is taken away", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the old instance could not be taken away", e);
        }
    }

    List<Visit> visits() {
        return visits.all();
    }

    private void heard(HistoryEvent event) {
        transcript.heard(event);
        if (event.type().toString().endsWith("StateEntered")) {
            state = event.state();
        }
        var _ = visits.heard(event);
    }
}
