package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.asl.Tasks.Work;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.postgres.Servers;
import dev.daybreak.runtime.Json;
import dev.daybreak.runtime.Wiring;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A guard is taken away, and the promise that it holds is seen to break: a checker that cannot
/// find anything proves nothing.
class SaboteursTest {
    static final String EQUAL =
            """
            {'decision': 'Equal', 'comparison': {'tables': [], 'tablesCompared': 0, 'rows': 0,
             'bytes': 0, 'milliseconds': 1, 'differences': [], 'differencesInAll': 0}}
            """;
    private static final String NONE_LATE = "{'decision': 'NoLateWrites'}";

    @Test
    void anEarlySnapshotInSpiteOfLateWritesLosesWrites() {
        var meddler =
                new Answering()
                        .with("FindLateWritesFunction", NONE_LATE)
                        .with("ProveEqualFunction", EQUAL);
        assertThat(new Play().meddler(meddler).run().brokenPromises()).contains("P1");
    }

    @Thorough
    @Test
    void aRowThatVanishesBehindTheProofIsMissed() {
        var meddler =
                at(
                        "SwapHost",
                        world -> {
                            var admin = world.foundation().source().admin().named("app");
                            var aurora =
                                    new Database(world.foundation().aurora(), "app", admin.login());
                            execute(
                                    aurora,
                                    "SET default_transaction_read_only = off",
                                    "DELETE FROM live_write WHERE n = 3");
                        });
        assertThat(new Play().meddler(meddler).run().brokenPromises()).containsExactly("P1");
    }

    @Test
    void withoutAFenceTwoDatabasesAreWritten() {
        var meddler =
                new Answering()
                        .with(
                                "FenceFunction",
                                "{'decision': 'Fenced', 'ownTransactions': [], 'sessionsEnded': 0}")
                        .with("FindLateWritesFunction", NONE_LATE)
                        .with("ProveEqualFunction", EQUAL);
        assertThat(new Play().meddler(meddler).run().brokenPromises()).contains("P2");
    }

    @Thorough
    @Test
    void aFenceThatIsLiftedTooEarlyLetsTheStrayIn() {
        var meddler =
                at(
                        "ProveEqual",
                        world ->
                                execute(
                                        world.foundation().source().admin(),
                                        "ALTER DATABASE app RESET default_transaction_read_only",
                                        "GRANT CONNECT ON DATABASE app TO app_owner, PUBLIC"));
        assertThat(new Play().meddler(meddler).run().brokenPromises()).contains("P2");
    }

    /// Verification would page; it is taken away too.
    @Test
    void replicasThatAreRememberedTooLateLeaveNoApplication() {
        var verified =
                new Answering().with("VerifyFunction", "{'decision': 'Verified', 'pods': []}");
        var meddler = new NoReplicas(verified);
        assertThat(new Play().meddler(meddler).run().brokenPromises()).contains("P3");
    }

    @Thorough
    @Test
    void aReturnThatLeavesTheFenceUpLeavesAnApplicationThatCannotWrite() {
        var meddler =
                new Answering()
                        .with("LiftFenceFunction", "{'decision': 'Open'}")
                        .with("AwaitReadyFunction", "{'decision': 'Ready'}")
                        .with("VerifyFunction", "{'decision': 'Verified', 'pods': []}");
        var ended = new Play().meddler(meddler).failing("SwapHost").run();
        assertThat(ended.brokenPromises()).contains("P3");
    }

    @Test
    void aSwapWithoutLookingOverwritesAnothersChange() {
        var meddler =
                new Meddler() {
                    @Override
                    public Wiring wiring(World world, Wiring wiring) {
                        var id = world.migration().secret().id();
                        return Wirings.secrets(wiring, new Carelessness(wiring.secrets(), id));
                    }

                    @Override
                    public void heard(World world, HistoryEvent event) {
                        if (enters(event, "ProveEqual")) {
                            world.cloud()
                                    .secrets()
                                    .overwrite(
                                            world.migration().secret().id(),
                                            fields -> fields.with("engine", "another"));
                        }
                    }
                };
        assertThat(new Play().meddler(meddler).run().brokenPromises()).contains("P4");
    }

    @Test
    void aPasswordInAMessageIsFound() {
        var meddler =
                new Meddler() {
                    @Override
                    public Wiring wiring(World world, Wiring wiring) {
                        return Wirings.alerts(
                                wiring,
                                alert ->
                                        wiring.alerts()
                                                .send(
                                                        chatty(
                                                                alert,
                                                                wiring.logins()
                                                                        .application()
                                                                        .password())));
                    }
                };
        var ended = new Play().indiscreet().meddler(meddler).run();
        assertThat(ended.brokenPromises()).containsExactly("P4");
    }

    @Test
    void aMessageThatIsSwallowedIsMissed() {
        var meddler =
                new Meddler() {
                    @Override
                    public Wiring wiring(World world, Wiring wiring) {
                        return Wirings.alerts(
                                wiring,
                                alert -> {
                                    if (alert.level() == Alert.Level.ASK) {
                                        wiring.alerts().send(alert);
                                    }
                                });
                    }
                };
        assertThat(new Play().meddler(meddler).run().brokenPromises()).containsExactly("P5");
    }

    @Test
    void aSnapshotUnderANewNameAtEachTryIsCounted() {
        var meddler =
                new Meddler() {
                    @Override
                    public Wiring wiring(World world, Wiring wiring) {
                        return Wirings.snapshots(wiring, new Renaming(wiring.snapshots()));
                    }
                };
        assertThat(new Play().replayed().meddler(meddler).run().brokenPromises()).contains("P6");
    }

    @Test
    void aWaitThatIgnoresItsLimitIsSeen() {
        var stalling = new Stalling(Duration.ofSeconds(5));
        var ended =
                new Play()
                        .limits(limits -> ShortLimits.podsReady(limits, Duration.ofMillis(500)))
                        .meddler(stalling)
                        .run();
        assertThat(ended.brokenPromises()).contains("P7");
    }

    private static boolean enters(HistoryEvent event, String state) {
        return event.type() == EventType.TASK_STATE_ENTERED && event.state().equals(state);
    }

    static Meddler at(String state, Consumer<World> what) {
        return new Meddler() {
            @Override
            public void heard(World world, HistoryEvent event) {
                if (enters(event, state)) {
                    what.accept(world);
                }
            }
        };
    }

    static void execute(Database database, String... statements) {
        try {
            Servers.execute(database, statements);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Alert chatty(Alert alert, String secret) {
        return new Alert(
                alert.level(),
                alert.subject(),
                alert.happened(),
                alert.state(),
                alert.next(),
                List.of("psql postgresql://app:" + secret),
                alert.attributes());
    }

    /// Remembers what it finds after scaling down.
    private record NoReplicas(Answering answering) implements Meddler {
        @Override
        public Work work(World world, Work work) {
            var answered = answering.work(world, work);
            return call -> {
                if (call instanceof TaskCall.Invoke(var function, ObjectNode order, var origin)
                        && order.has("replicas")) {
                    var late = order.deepCopy();
                    late.withObjectProperty("replicas").put("core-api", 0);
                    return answered.call(new TaskCall.Invoke(function, late, origin));
                }
                return answered.call(call);
            };
        }
    }

    /// Names that come from the try instead of the execution: the second try finds nothing of the
    /// first one's.
    private static final class Renaming implements Snapshots {
        private final Map<String, List<String>> tries = new ConcurrentHashMap<>();
        private final Snapshots snapshots;

        private Renaming(Snapshots snapshots) {
            this.snapshots = snapshots;
        }

        @Override
        public Optional<Snapshot> find(String snapshot) {
            var names = tries.getOrDefault(snapshot, List.of());
            return names.size() < 2 ? Optional.empty() : snapshots.find(names.getLast());
        }

        @Override
        public void take(String snapshot, String instance, Map<String, String> tags) {
            var names = new ArrayList<>(tries.getOrDefault(snapshot, List.of()));
            var name = "try-%d-%s".formatted(names.size(), snapshot);
            names.add(name);
            tries.put(snapshot, names);
            Servers.await("the instance can be copied", () -> takes(name, instance, tags));
        }

        private boolean takes(String name, String instance, Map<String, String> tags) {
            try {
                snapshots.take(name, instance, tags);
                return true;
            } catch (Unavailable _) {
                return false; // it is being copied still
            }
        }
    }

    /// Says "not yet" whatever the limit is.
    private record Stalling(Duration patience) implements Meddler {
        @Override
        public Work work(World world, Work work) {
            return call -> {
                if (call instanceof TaskCall.Invoke invoke
                        && invoke.origin().state().equals("AwaitReady")) {
                    var since = Instant.parse(invoke.payload().path("since").asText());
                    var waited = Duration.between(since, world.wiring().clock().instant());
                    if (waited.compareTo(patience) < 0) {
                        return Json.MAPPER
                                .createObjectNode()
                                .put("decision", "NotYet")
                                .put("waitingFor", "nothing");
                    }
                }
                return work.call(call);
            };
        }
    }
}
