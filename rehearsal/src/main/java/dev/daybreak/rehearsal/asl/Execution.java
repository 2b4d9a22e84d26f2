package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// One run of a state machine. In real time any thread may call its methods, but only one at a time
/// may [#await].
public final class Execution {
    private final Run run;

    Execution(Run run) {
        this.run = run;
    }

    public String arn() {
        return run.arn();
    }

    /// How it ended; empty while it runs.
    public Optional<Outcome> outcome() {
        return run.outcome();
    }

    /// Works the agenda off until this execution is over.
    public Outcome await() {
        run.time().runUntil(() -> run.outcome().isPresent());
        return run.outcome().orElseThrow();
    }

    /// Stops it, as `StopExecution` does; nothing happens where it is over already.
    public void abort(String error, String cause) {
        run.time().soon(() -> run.abort(Failure.of(error, cause)));
    }

    /// Answers a task token (`SendTaskSuccess`).
    ///
    /// @return false where nobody waits for this token: it was answered, timed out, or never given
    public boolean sendTaskSuccess(String token, JsonNode output) {
        return run.tokens().take(token, answer -> answer.succeed(output));
    }

    /// Answers a task token (`SendTaskFailure`).
    ///
    /// @return false where nobody waits for this token
    public boolean sendTaskFailure(String token, String error, String cause) {
        return run.tokens().take(token, answer -> answer.fail(error, cause));
    }

    /// Says that the work behind a task token goes on (`SendTaskHeartbeat`).
    ///
    /// @return false where nobody waits for this token
    public boolean sendTaskHeartbeat(String token) {
        return run.tokens().beat(token);
    }
}
