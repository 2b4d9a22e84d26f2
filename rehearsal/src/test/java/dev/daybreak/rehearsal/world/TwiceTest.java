package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.asl.Tasks.Work;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// Doing it twice is doing it once.
class TwiceTest {
    @Test
    void runsEveryHandlerTwiceAndMovesOnce() {
        assertThat(new Play().replayed().run().verdict()).isEqualTo("FINISHED");
    }

    /// The effect is there and the answer is lost, once in every state.
    @Test
    void movesOnceAlthoughEveryFirstAnswerIsLost() {
        var lost = new LostAnswers();
        var ended = new Play().meddler(lost).run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(lost.states).containsAll(Window.tasks());
    }

    @Test
    void movesInASecondTryAfterAReturn() {
        var meddler =
                new Meddler() {
                    private Optional<Outcome> first = Optional.empty();

                    @Override
                    public Work work(World world, Work work) {
                        return call -> {
                            if (call.origin().state().equals("Verify") && first.isEmpty()) {
                                throw new Unexpected("the first try fails");
                            }
                            return work.call(call);
                        };
                    }

                    @Override
                    public void begun(World world, Executions executions) {
                        first = Optional.of(executions.run("first-try"));
                    }
                };
        var ended = new Play().meddler(meddler).run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(ended.endings())
                .extracting(Alert::level)
                .containsExactly(Alert.Level.WARNING, Alert.Level.INFO);
    }

    @Test
    void refusesASecondExecutionWhileTheFirstIsInItsWindow() {
        var meddler =
                new Meddler() {
                    private Optional<Executions> executions = Optional.empty();
                    private volatile Optional<Outcome> second = Optional.empty();

                    @Override
                    public void begun(World world, Executions more) {
                        executions = Optional.of(more);
                    }

                    @Override
                    public void heard(World world, HistoryEvent event) {
                        if (event.type() == EventType.TASK_STATE_ENTERED
                                && event.state().equals("FindLateWrites")) {
                            second = Optional.of(executions.orElseThrow().run("second"));
                        }
                    }
                };
        var ended = new Play().meddler(meddler).run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(meddler.second).get().isInstanceOf(Outcome.Failed.class);
    }

    /// Runs the function, then says that nobody answered.
    private static final class LostAnswers implements Meddler {
        private final Set<String> states = ConcurrentHashMap.newKeySet();

        @Override
        public Work work(World world, Work work) {
            return call -> {
                var answer = work.call(call);
                var isFunction = call instanceof TaskCall.Invoke;
                var isMessage = call.origin().state().matches("Announce.*|RequestApproval");
                if (isFunction && !isMessage && states.add(call.origin().state())) {
                    throw new Unavailable("the answer was lost");
                }
                return answer;
            };
        }
    }
}
