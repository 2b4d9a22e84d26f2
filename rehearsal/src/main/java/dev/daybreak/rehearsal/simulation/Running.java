package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.report.Visits;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One execution, and what was seen of it.
final class Running implements Listener {
    final String workflow;
    final Visits visits = new Visits();
    private final Set<String> covered;
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
        var type = event.type().toString();
        if (type.startsWith("Execution")) {
            ended = event.timestamp();
        }
        if (type.endsWith("StateEntered")) {
            transitions++;
            covered.add(workflow + "." + event.state());
            quiet = type.startsWith("Succeed") && event.state().startsWith("Nothing");
        }
    }
}
