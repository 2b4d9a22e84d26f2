package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.asl.State;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.report.Phase;
import dev.daybreak.rehearsal.report.Workflow;
import dev.daybreak.settings.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The steps that can be made to fail, those of the window first.
record FailOption(StateMachine machine) {
    List<String> window() {
        return tasks().filter(this::isInWindow).toList();
    }

    List<String> others() {
        return tasks().filter(name -> !isInWindow(name)).toList();
    }

    /// What is wrong with the name; empty where it is a step's.
    Optional<String> problem(String name) {
        if (tasks().anyMatch(name::equals)) {
            return Optional.empty();
        }
        var guess = Spelling.choices(name, tasks().toList());
        var meant = guess.indexOf(" (did you mean ");
        return Optional.of(
                "--fail: the workflow has no step '%s'%s%n%nSteps of the window:%n  %s%n%nOther steps:%n  %s"
                        .formatted(
                                Spelling.clipped(name),
                                meant < 0 ? "" : guess.substring(meant),
                                String.join(" ", window()),
                                String.join(" ", others())));
    }

    private Stream<String> tasks() {
        return machine.allStates().stream().filter(State.Task.class::isInstance).map(State::name);
    }

    private boolean isInWindow(String name) {
        return Workflow.of(machine).phase(name).equals(Optional.of(Phase.CUT_OVER));
    }
}
