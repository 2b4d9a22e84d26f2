package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rehearsal.asl.Tasks;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each state of the window fails for good, one after the other.
class EveryFailureReturnsTest {
    /// One of each way back: before the fence, behind it, beside the other branch, around the
    /// secret, with readers on Aurora, at the point of no return. The rest runs with
    /// `-Ddaybreak.all=true`.
    private static final List<String> EVERY_DAY =
            List.of(
                    "AwaitNoPods",
                    "FindLateWrites",
                    "RemoveCandidate",
                    "RefreshSecret",
                    "Verify",
                    "OpenForWrites");

    private static final List<String> SOME_OF_THE_PREPARATION = List.of("MakeRole", "Remember");
    private static final List<String> SOME_OF_THE_RETURN = List.of("CloseAurora", "VerifyOnRds");

    @TestFactory
    Stream<DynamicTest> bringsTheApplicationBackWhenThisFails() {
        assertThat(Window.tasks()).containsAll(EVERY_DAY);
        var chosen = Boolean.getBoolean("daybreak.all") ? Window.tasks() : EVERY_DAY;
        return chosen.stream().map(state -> DynamicTest.dynamicTest(state, () -> returns(state)));
    }

    /// Before the window nothing was touched, so there is nothing to return from.
    @TestFactory
    Stream<DynamicTest> stopsBeforeTheWindowWhenThisFails() {
        return SOME_OF_THE_PREPARATION.stream()
                .map(state -> DynamicTest.dynamicTest(state, () -> stops(state)));
    }

    /// The return itself gets stuck: a person is paged, with what to do.
    @TestFactory
    Stream<DynamicTest> pagesAPersonWhenThisFailsInAReturn() {
        return SOME_OF_THE_RETURN.stream()
                .map(state -> DynamicTest.dynamicTest(state, () -> pages(state)));
    }

    private static void stops(String state) {
        assertThat(Window.tasksCaughtBy("Stopped")).contains(state);
        var ended = new Play().failing(state).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Stopped");
        assertThat(ended.after()).isEqualTo(ended.before());
        assertThat(ended.states()).doesNotContain("Quiesce", "Return");
        assertThat(ended.endings()).hasSize(1);
    }

    private static void pages(String state) {
        assertThat(Window.tasksCaughtBy("PageReturnFailed")).contains(state);
        var ended = new Play().meddler(new Failing("AdmitReaders")).failing(state).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.ReturnFailed");
        assertThat(ended.endings()).hasSize(1);
        var told = ended.endings().getFirst();
        assertThat(told.level()).isEqualTo(Alert.Level.PAGE);
        assertThat(told.happened()).contains(state);
        assertThat(told.next()).contains("send-task-success");
    }

    @Test
    void goesOnWithTheReturnOnceTheCauseIsMended() {
        var broken = new AtomicBoolean(true);
        var meddler =
                new Meddler() {
                    @Override
                    public Tasks.Work work(World world, Tasks.Work work) {
                        return call -> {
                            var state = call.origin().state();
                            if (state.equals("AdmitReaders")
                                    || (state.equals("LiftFence") && broken.get())) {
                                throw new Unexpected("broken until it is mended");
                            }
                            return work.call(call);
                        };
                    }

                    @Override
                    public boolean mends(World world) {
                        return broken.getAndSet(false);
                    }
                };
        var ended = new Play().meddler(meddler).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
        assertThat(ended.endings())
                .extracting(Alert::level)
                .containsExactly(Alert.Level.PAGE, Alert.Level.WARNING);
    }

    private static void returns(String state) {
        var ended = new Play().failing(state).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
        assertThat(ended.endings()).hasSize(1);
        var told = ended.endings().getFirst();
        assertThat(told.level()).isEqualTo(Alert.Level.WARNING);
        assertThat(told.happened() + told.details()).contains(state, "--fail " + state);
    }
}
