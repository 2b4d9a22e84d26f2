package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.Tasks.Work;
import dev.daybreak.runtime.Wiring;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The way back, days after the cutover, on real servers.
class RollbackTest {
    /// Each attempt fails or is stopped a little further on: before Aurora is shut, while it is,
    /// after the secret was put back, and when there is only the way forward.
    @Test
    void losesNothingHoweverOftenItIsCutOff() {
        var attempts =
                new Attempts(
                        "fail Quiesce",
                        "stop AwaitMarker",
                        "fail ProveEqual",
                        "fail RefreshSecret",
                        "stop LiftFence",
                        "stop Resume");
        var ended = new Play().quiet().rollbackOn(3).meddler(attempts).run();

        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(attempts.left).isEmpty();
        assertThat(ended.report().rollback()).isPresent();
        assertThat(ended.endings())
                .extracting(Alert::subject)
                .map(subject -> subject.replaceAll(".*: ", ""))
                .filteredOn(subject -> !subject.startsWith("all is well"))
                .containsExactly(
                        "the application runs on Aurora",
                        "rollback undone, the application runs on Aurora",
                        "rollback undone, the application runs on Aurora",
                        "rollback undone, the application runs on Aurora",
                        "rolled back, the application runs on RDS");
    }

    @Test
    void refusesWhereSomethingWouldBeLostAndSaysWhat() {
        var ended = new Play().quiet().rollbackOn(1).meddler(new Closed()).run();

        assertThat(ended.verdict()).isEqualTo("Daybreak.WouldLose");
        assertThat(ended.endings().getLast().happened())
                .contains("subscription disabled", "live_write", "written since");
    }

    @Test
    void goesBackWithLossWhereThatIsAccepted() {
        var meddler =
                new Closed() {
                    @Override
                    public boolean acceptsLoss() {
                        return true;
                    }
                };
        var ended = new Play().quiet().rollbackOn(1).meddler(meddler).run();

        assertThat(ended.error()).isEqualTo("FINISHED");
        assertThat(ended.brokenPromises()).containsExactly("P1");
        assertThat(ended.endings().getLast().subject()).contains("WITH LOSS");
    }

    @Test
    void carriesAPasswordThatWasRotatedOnAurora() {
        var meddler =
                new Meddler() {
                    @Override
                    public void dawned(World world, int day) {
                        Rotation.rotate(world, "rotated0since");
                    }
                };

        assertThat(new Play().quiet().rollbackOn(1).meddler(meddler).run().verdict())
                .isEqualTo("FINISHED");
    }

    /// The guards of promise P1 are the look at the stream, the marker and the proof: without all
    /// three, what did not flow back is lost.
    @Test
    void withoutItsGuardsItLosesWrites() {
        var meddler =
                new Closed() {
                    private final Answering blind =
                            new Answering()
                                    .with("WriteMarkerFunction", "{'decision': 'Written'}")
                                    .with(
                                            "AwaitMarkerFunction",
                                            "{'decision': 'Arrived', 'milliseconds': 1}");

                    @Override
                    public Wiring wiring(World world, Wiring wiring) {
                        return Wirings.streamsThatSayThatAllIsWell(wiring);
                    }

                    @Override
                    public Work work(World world, Work work) {
                        return call ->
                                call.origin().execution().contains("rollback")
                                        ? blind.with("ProveEqualFunction", SaboteursTest.EQUAL)
                                                .work(world, work)
                                                .call(call)
                                        : work.call(call);
                    }
                };

        assertThat(new Play().quiet().rollbackOn(1).meddler(meddler).run().brokenPromises())
                .containsExactly("P1");
    }

    /// Somebody closes the stream by hand.
    private static class Closed implements Meddler {
        @Override
        public void dawned(World world, int day) {
            closeStream(world);
        }
    }

    static void closeStream(World world) {
        var rds = world.foundation().source().admin().named(Foundation.DATABASE);
        try (var connection = rds.connectPatiently();
                var statement = connection.createStatement()) {
            statement.execute("BEGIN READ WRITE; ALTER SUBSCRIPTION daybreak_back DISABLE; COMMIT");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// Every attempt but the last is cut off at a state.
    private static final class Attempts implements Meddler {
        private final Deque<String> left;
        private Optional<Execution> running = Optional.empty();

        private Attempts(String... cuts) {
            left = new ArrayDeque<>(List.of(cuts));
        }

        @Override
        public void started(Execution execution) {
            running = Optional.of(execution);
        }

        @Override
        public Work work(World world, Work work) {
            return call -> {
                if (call.origin().execution().contains("rollback")
                        && ("fail " + call.origin().state()).equals(left.peek())) {
                    throw new Unexpected("this attempt fails here");
                }
                return work.call(call);
            };
        }

        @Override
        public void heardLater(World world, HistoryEvent event) {
            if (event.type().toString().equals("TaskStateEntered")
                    && ("stop " + event.state()).equals(left.peek())) {
                running.orElseThrow().abort("Stopped", "by hand");
            }
        }

        @Override
        public boolean startsAgain(Outcome outcome) {
            return left.poll() != null;
        }
    }
}
