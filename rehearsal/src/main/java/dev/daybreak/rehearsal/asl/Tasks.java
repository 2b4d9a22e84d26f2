package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Executor;

/// The world outside the state machine.
///
/// The interpreter calls it from its only thread: `start` must return soon and may answer at once,
/// later from the same agenda (virtual time), or later from another thread (real time).
@FunctionalInterface
public interface Tasks {
    void start(TaskCall call, Answer answer);

    /// Work that blocks, done by an executor: virtual threads where branches of a Parallel state
    /// must run at once, `Runnable::run` in virtual time. What the work throws fails the task the
    /// way a Lambda function's exception does: by its class name.
    static Tasks blocking(Executor executor, Work work) {
        return (call, answer) -> executor.execute(() -> work.answer(call, answer));
    }

    /// A call that takes its time and returns, as a Lambda handler does.
    @FunctionalInterface
    interface Work {
        /// @throws TaskFailed to give an error another name than that of an exception's class
        JsonNode call(TaskCall call) throws Exception;

        private void answer(TaskCall call, Answer answer) {
            try {
                answer.succeed(call(call));
            } catch (TaskFailed e) {
                answer.fail(e.failure());
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                answer.fail(Failure.thrown(e));
            }
        }
    }
}
