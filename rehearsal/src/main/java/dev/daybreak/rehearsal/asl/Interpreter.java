package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.clock.Time;
import java.util.random.RandomGenerator;

/// What executions run on.
///
/// @param tasks the world that Task states call
/// @param time real or virtual; all that happens, happens on its agenda
/// @param chance decides jitter, `$random()` and `$uuid()`: the same seed gives the same history
/// @param listener is told every history event
public record Interpreter(
        Tasks tasks, Time time, RandomGenerator chance, Listener listener, Account account) {
    public Interpreter(Tasks tasks, Time time, RandomGenerator chance, Listener listener) {
        this(tasks, time, chance, listener, Account.EXAMPLE);
    }

    /// Starts an execution; it moves on while the agenda of [#time] is worked off, for which
    /// [Execution#await] is one way.
    public Execution start(StateMachine machine, String name, JsonNode input) {
        var run = new Run(this, machine, name, input);
        time.soon(run::begin);
        return new Execution(run);
    }
}
