package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.report.Visits;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One execution, and what was seen of it.
final class Running implements Listener {
    private static final String OURS = "Daybreak.";

    private static final Set<EventType> ENDS =
            EnumSet.of(
                    EventType.EXECUTION_SUCCEEDED,
                    EventType.EXECUTION_FAILED,
                    EventType.EXECUTION_TIMED_OUT,
                    EventType.EXECUTION_ABORTED);

    final String workflow;
    final Visits visits = new Visits();
    private final Coverage coverage;
    private final Map<Long, String> left = new HashMap<>();
    private final Set<String> been = new HashSet<>();
    private final Optional<StringBuilder> transcript;
    private @Nullable Execution execution;
    private boolean quiet;
    private int transitions;
    private Instant ended = Instant.MAX;

    Running(String workflow, Coverage coverage, Optional<StringBuilder> transcript) {
        this.workflow = workflow;
        this.coverage = coverage;
        this.transcript = transcript;
    }

    void is(Execution started) {
        execution = started;
    }

    Execution execution() {
        if (execution == null) {
            throw new IllegalStateException("it has not begun");
        }
        return execution;
    }

    boolean isOver() {
        return execution().outcome().isPresent();
    }

    /// It found nothing to do, and told nobody.
    boolean isQuiet() {
        return quiet;
    }

    /// When it was over; never, while it runs.
    Instant ended() {
        return ended;
    }

    /// For people: `finished`, the name of the error that it failed with, or how else it ended.
    String how() {
        return switch (execution().outcome().orElse(null)) {
            case null -> "unfinished";
            case Outcome.Succeeded _ -> "finished";
            case Outcome.Failed(var failure) ->
                    failure.error()
                            .filter(error -> error.startsWith(OURS))
                            .map(error -> error.substring(OURS.length()))
                            .orElse("Stopped");
            case Outcome.Aborted _ -> "stopped by hand";
            case Outcome.TimedOut _ -> "timed out";
        };
    }

    /// Whether its history has this state.
    boolean entered(String state) {
        return been.contains(state);
    }

    int transitions() {
        return transitions;
    }

    @Override
    public void heard(HistoryEvent event) {
        transcript.ifPresent(
                text -> text.append(workflow).append(' ').append(event.line()).append('\n'));
        var _ = visits.heard(event);
        if (ENDS.contains(event.type())) {
            ended = event.timestamp();
        }
        if (event.type().isExit()) {
            left.put(event.id(), event.state());
        }
        if (event.type().isEntry()) {
            entered(event, event.state());
        }
    }

    private void entered(HistoryEvent event, String state) {
        transitions++;
        been.add(state);
        coverage.entered(workflow, state);
        var from = left.remove(event.previousEventId());
        if (from != null) {
            coverage.went(workflow, from, state);
        }
        quiet = event.type() == EventType.SUCCEED_STATE_ENTERED && state.startsWith("Nothing");
    }
}
