package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.report.Visits;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One execution, and what was seen of it.
final class Running implements Listener {
    private static final Set<EventType> ENDS =
            EnumSet.of(
                    EventType.EXECUTION_SUCCEEDED,
                    EventType.EXECUTION_FAILED,
                    EventType.EXECUTION_TIMED_OUT,
                    EventType.EXECUTION_ABORTED);

    final String workflow;
    final Visits visits = new Visits();
    private final Set<String> covered;
    private final Set<String> been = new HashSet<>();
    private final Optional<StringBuilder> transcript;
    private @Nullable Execution execution;
    private boolean quiet;
    private int transitions;
    private Instant ended = Instant.MAX;

    Running(String workflow, Set<String> covered, Optional<StringBuilder> transcript) {
        this.workflow = workflow;
        this.covered = covered;
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
        if (event.type().isEntry()) {
            entered(event.type(), event.state());
        }
    }

    private void entered(EventType type, String state) {
        transitions++;
        if (been.add(state)) {
            covered.add(workflow + "." + state);
        }
        quiet = type == EventType.SUCCEED_STATE_ENTERED && state.startsWith("Nothing");
    }
}
