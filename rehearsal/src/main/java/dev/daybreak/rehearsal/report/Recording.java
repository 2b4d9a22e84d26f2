package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.asl.StateMachine;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Listens to a rehearsal, folds what happens into steps and phases, and hands it on to a display,
/// one thing at a time.
public final class Recording implements Reporter {
    private final Workflow workflow;
    private final InstantSource clock;
    private final Display display;
    private final Steps steps;
    private final List<Story.Scene> scenes = new ArrayList<>();
    private Optional<Beats.Listening> beats = Optional.empty();
    private Optional<Phase> phase = Optional.empty();

    public Recording(StateMachine machine, InstantSource clock, Display display) {
        this.workflow = Workflow.of(machine);
        this.clock = clock;
        this.display = display;
        this.steps = new Steps(workflow);
    }

    @Override
    public synchronized void preparing(String what) {
        display.preparing(what);
    }

    @Override
    public synchronized void progress(long done, long total) {
        display.progress(done, total);
    }

    @Override
    public synchronized void entered(String state) {
        over(steps.entered(state));
        var next = workflow.phase(state).or(() -> phase);
        if (!next.equals(phase)) {
            next.ifPresent(display::phase);
            phase = next;
        }
        if (workflow.isTask(state)) {
            display.at(state);
        }
    }

    @Override
    public synchronized void visited(Visit visit, Note note) {
        over(steps.left(visit, note.words(), note.failed()));
    }

    @Override
    public synchronized void writers(WritersNow now) {
        var at = clock.instant();
        if (beats.isEmpty()) {
            beats = Optional.of(new Beats.Listening(at, now));
        }
        beats.get().heard(at, now);
        display.writers(now);
    }

    @Override
    public synchronized void day(LaterDay day) {
        display.day(day);
    }

    @Override
    public synchronized void alerted(Alert alert) {
        display.alerted(alert);
    }

    /// The rehearsal is over: everything about it.
    public synchronized Story finished(Report report) {
        over(steps.ended());
        var heard =
                beats.map(Beats.Listening::beats)
                        .orElseGet(() -> new Beats(clock.instant(), Beats.FINEST, List.of()));
        return new Story(report, scenes, heard);
    }

    private void over(List<Step> done) {
        for (var step : done) {
            scenes.add(new Story.Scene(phase.orElse(Phase.PREPARE), step));
            display.step(step);
        }
    }
}
