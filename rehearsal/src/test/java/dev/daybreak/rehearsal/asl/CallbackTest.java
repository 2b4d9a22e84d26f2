package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.rehearsal.clock.NothingLeftToDo;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallbackTest {
    private static final String TOKEN = "trial-token-1";

    @Test
    void theStateEndsWhenItsTokenIsAnsweredAndWithThatAnswer() {
        var trial = Trial.ofCallback(", 'TimeoutSeconds': 600");
        var execution = trial.start("{}");
        trial.time.after(
                Duration.ofSeconds(90),
                () -> execution.sendTaskSuccess(TOKEN, Trial.json("{'approved': true}")));
        assertThat(execution.await()).isEqualTo(Trial.succeeded("{'approved': true}"));
        assertThat(trial.seconds()).isEqualTo(90);
        assertThat(trial.types())
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSubmitted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(trial.calls)
                .containsExactly(
                        new TaskCall.Invoke(
                                "ask",
                                Trial.json("{'token': 'trial-token-1'}"),
                                new TaskCall.Origin("trial", "T", 0, Optional.of(TOKEN))));
    }

    @Test
    void aTokenIsAnsweredOnce() {
        var trial = Trial.ofCallback("");
        var execution = trial.start("{}");
        assertThatThrownBy(execution::await).isInstanceOf(NothingLeftToDo.class);
        assertThat(execution.sendTaskSuccess("no such token", Trial.json("1"))).isFalse();
        assertThat(execution.sendTaskFailure(TOKEN, "Rejected", "not today")).isTrue();
        assertThat(execution.sendTaskSuccess(TOKEN, Trial.json("1"))).isFalse();
        assertThat(execution.await())
                .isEqualTo(new Outcome.Failed(Failure.of("Rejected", "not today")));
    }

    @Test
    void aTokenThatTimedOutCanNoLongerBeAnswered() {
        var trial = Trial.ofCallback(", 'TimeoutSeconds': 600");
        var execution = trial.start("{}");
        assertThat(execution.await()).isEqualTo(new Outcome.Failed(Failure.of("States.Timeout")));
        assertThat(execution.sendTaskSuccess(TOKEN, Trial.json("1"))).isFalse();
        assertThat(execution.sendTaskHeartbeat(TOKEN)).isFalse();
    }

    @Test
    void heartbeatsKeepATokenAliveAndTheirAbsenceEndsIt() {
        var trial = Trial.ofCallback(", 'TimeoutSeconds': 600, 'HeartbeatSeconds': 60");
        var execution = trial.start("{}");
        for (var second : new int[] {50, 100, 150}) {
            trial.time.after(Duration.ofSeconds(second), () -> execution.sendTaskHeartbeat(TOKEN));
        }
        assertThat(execution.await())
                .isEqualTo(new Outcome.Failed(Failure.of("States.HeartbeatTimeout")));
        assertThat(trial.seconds()).isEqualTo(210);
    }

    @Test
    void aHeartbeatThatIsMissedIsATimeoutToWhoCatches() {
        var trial =
                Trial.ofCallback(
                        """
                        , 'HeartbeatSeconds': 60,
                          'Retry': [{'ErrorEquals': ['States.Timeout'], 'MaxAttempts': 1}]
                        """);
        trial.run();
        assertThat(trial.calls)
                .extracting(call -> call.origin().token().orElseThrow())
                .containsExactly("trial-token-1", "trial-token-2");
    }

    @Test
    void aFunctionThatFailsToAskFailsTheState() {
        var trial = Trial.ofCallback("").thenFail(1, "Oops");
        assertThat(trial.run()).isEqualTo(new Outcome.Failed(Failure.of("Oops", "on purpose")));
    }
}
