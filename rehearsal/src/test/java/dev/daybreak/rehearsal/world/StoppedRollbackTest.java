package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.cloud.InstanceDeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The way back while the old instance is stopped, on real servers.
class StoppedRollbackTest {
    @Test
    void startsTheOldInstanceAndLosesNothing() {
        var stopped = new Stopped();
        var ended = new Play().quiet().rollbackOn(2).meddler(stopped).run();

        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(stopped.deeds)
                .extracting(one -> one.by() + " " + one.what())
                .containsExactly("somebody stop", "daybreak start");
        assertThat(stopped.deeds.getLast().wanted().orElseThrow()).contains("RUNNING", "rollback");
        assertThat(stopped.states)
                .containsSubsequence("LookBack", "WantRunning", "StartInstance", "AwaitRunning")
                .containsSubsequence("AwaitRunning", "LookBack", "FenceAurora", "LiftFence");
        assertThat(ended.endings().getLast().subject())
                .endsWith("rolled back, the application runs on RDS");
    }

    @Test
    void refusesWhereTheStreamIsLostAndSaysThatTheInstanceRunsAgain() {
        var stopped =
                new Stopped() {
                    @Override
                    public void dawned(World world, int day) {
                        RollbackTest.closeStream(world);
                        super.dawned(world, day);
                    }
                };
        var ended = new Play().quiet().rollbackOn(1).meddler(stopped).run();

        assertThat(ended.verdict()).isEqualTo("Daybreak.WouldLose");
        var refused = ended.endings().getLast();
        assertThat(refused.happened()).contains("subscription disabled", "written since");
        assertThat(refused.details())
                .anySatisfy(one -> assertThat(one).contains("was started; it costs money"));
    }

    /// Somebody stops the old instance on the first day, and it is seen what becomes of it.
    private static class Stopped implements Meddler {
        private final List<String> states = new ArrayList<>();
        private List<InstanceDeed> deeds = List.of();

        @Override
        public void dawned(World world, int day) {
            if (day == 1) {
                world.cloud().life().stopByHand(world.migration().source().instance());
            }
        }

        @Override
        public void heardLater(World world, HistoryEvent event) {
            if (event.type().toString().equals("TaskStateEntered")) {
                states.add(event.state());
            }
        }

        @Override
        public void over(World world) {
            deeds = world.cloud().life().deeds();
        }
    }
}
