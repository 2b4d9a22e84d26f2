package dev.daybreak.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.database.Session;
import dev.daybreak.note.Wanted;
import dev.daybreak.proof.Holding;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The state machines `decommission` and `keep-stopped` as they are deployed, over weeks.
class LeavingTest {
    private static final String ALONE = "{\"stoppedDays\": 5}";
    private static final String WITH_STACK =
            "{\"stoppedDays\": 5, \"remove\": \"stack\", \"oldStack\": \"mosaic-prod-rds\", \"applicationRole\": \"core-api\"}";
    private static final String SLOWLY = "{\"stoppedDays\": 20}";

    @Test
    void theInstanceGoesAfterAllThatMustBeBefore() {
        var world = new LeavingWorld(ALONE);

        assertThat(world.run("decommission", Map.of()).outcome())
                .get()
                .isInstanceOf(Outcome.Succeeded.class);
        assertThat(world.asked).containsExactly("LEAVE", "DELETE");
        assertThat(world.deeds())
                .containsExactly("stop by daybreak", "start by daybreak", "delete by daybreak");
        assertThat(world.status()).isEqualTo("none");
        assertThat(world.cloud.life().keptBackups()).containsExactly(TestCloud.DB);
        assertThat(snapshot(world)).contains("available");
        assertThat(world.cloud.lives())
                .filteredOn(one -> one.id().endsWith("-check"))
                .last()
                .matches(one -> one.status().isEmpty(), "is gone");
        assertThat(world.park.done).contains("restore", "discard");
        assertThat(world.journal().held()).isEmpty();
        assertThat(world.told()).extracting(Alert::level).containsExactly(Alert.Level.INFO);
    }

    @Test
    void theOldStackGoesAndWhatTheApplicationNeedsStays() {
        var world = new LeavingWorld(WITH_STACK);

        assertThat(failure(world.run("decommission", Map.of()))).isEmpty();
        assertThat(world.cloud.stacks().find(LeavingWorld.OLD)).isEmpty();
        assertThat(world.cloud.changes().gone()).containsExactly("Group");
        assertThat(world.cloud.secrets().current(LeavingWorld.SECRET).fields().fields())
                .containsEntry("host", "127.0.0.3")
                .containsEntry("password", LeavingWorld.PASSWORD);
        assertThat(world.cloud.changes().resources(TestCloud.AURORA))
                .extracting(one -> one.logicalId())
                .containsExactlyInAnyOrder("HandedOverRole", "HandedOverSecret");
        assertThat(world.cloud.written()).noneMatch(text -> text.contains(LeavingWorld.PASSWORD));
    }

    @Test
    void aGateThatIsShutLeavesEverythingAsItIs() {
        var world = new LeavingWorld(ALONE);
        world.sessions =
                List.of(new Session(1, "batch", "cron", Optional.of("10.0.0.9"), Optional.empty()));

        assertThat(failure(world.run("decommission", Map.of()))).contains("Daybreak.Refused");
        assertThat(world.asked).isEmpty();
        assertThat(world.deeds()).isEmpty();
        assertThat(world.told().getFirst().happened()).contains("batch from 10.0.0.9");
    }

    @Test
    void whoDeclinesTheDeletionKeepsTheInstanceAndMayChangeTheirMind() {
        var world = new LeavingWorld(ALONE);
        world.answers.add("no to DELETE");
        assertThat(failure(world.run("decommission", Map.of()))).contains("Daybreak.NotApproved");
        assertThat(world.status()).isEqualTo("available");
        assertThat(world.told().getLast().state()).contains("available and not deleted");

        world.answers.clear();
        assertThat(failure(world.run("decommission", Map.of()))).isEmpty();
        assertThat(world.asked).containsExactly("LEAVE", "DELETE", "DELETE");
        assertThat(world.status()).isEqualTo("none");
        assertThat(world.cloud.lives())
                .filteredOn(one -> one.kind().equals("snapshot"))
                .filteredOn(one -> one.status().filter("available"::equals).isPresent())
                .hasSize(2);
    }

    @Test
    void aSnapshotThatDoesNotHoldTheSameKeepsTheInstance() {
        var world = new LeavingWorld(ALONE);
        world.restored = new Holding("5c", 7, 4710, "0dd");

        assertThat(failure(world.run("decommission", Map.of()))).contains("Daybreak.Different");
        assertThat(world.status()).isEqualTo("available");
        assertThat(world.asked).containsExactly("LEAVE");
        assertThat(world.park.done).contains("discard");
        assertThat(world.told().getLast().happened()).contains("4711", "4710");
    }

    @Test
    void aSecretThatAStackOperationHarmsIsMendedAndTold() {
        var world = new LeavingWorld(WITH_STACK);
        var execution = world.start("decommission", Map.of());
        world.time.runUntil(() -> world.asked.contains("DELETE"));
        var secrets = world.cloud.secrets();
        secrets.overwrite(LeavingWorld.SECRET, fields -> fields.with("dbname", "another"));
        world.time.runUntil(() -> execution.outcome().isPresent());

        assertThat(secrets.current(LeavingWorld.SECRET).fields().fields())
                .containsEntry("dbname", "app");
        assertThat(world.told().getLast().subject())
                .endsWith("ACT NOW: a stack operation changed the secret");
    }

    @Test
    void anExecutionThatIsStoppedInTheMiddleIsGoneOnWith() {
        var world = new LeavingWorld(ALONE);
        var first = world.start("decommission", Map.of());
        world.pass(Duration.ofDays(3));
        assertThat(world.status()).isEqualTo("stopped");
        first.abort("Stopped", "by hand");
        world.running.clear();
        var held = world.journal().held();

        var second = world.start("decommission", Map.of());
        world.pass(Duration.ofDays(1));
        assertThat(world.journal().held()).isEqualTo(held);
        world.time.runUntil(() -> second.outcome().isPresent());
        assertThat(failure(second)).isEmpty();
        assertThat(world.asked).containsExactly("LEAVE", "DELETE");
    }

    @Test
    void whatAwsStartsIsStoppedAgainThoughItsEventsComeTwice() {
        var world = new LeavingWorld(SLOWLY);
        world.start("decommission", Map.of());
        world.pass(Duration.ofDays(8));

        assertThat(world.status()).isEqualTo("stopped");
        assertThat(world.deeds())
                .containsExactly("stop by daybreak", "start by aws", "stop by daybreak");
        event(world);
        event(world);
        world.pass(Duration.ofHours(1));
        assertThat(world.deeds()).hasSize(3);
        assertThat(world.told())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.subject()).contains("is stopped again"));
    }

    @Test
    void theScheduleIsFasterThanAws() {
        var world = new LeavingWorld(SLOWLY);
        world.start("decommission", Map.of());
        world.pass(Duration.ofDays(5));
        schedule(world);
        assertThat(world.deeds()).containsExactly("stop by daybreak");
        world.pass(Duration.ofDays(1).plusHours(3));
        schedule(world);
        world.pass(Duration.ofHours(2));

        assertThat(world.status()).isEqualTo("stopped");
        assertThat(world.deeds())
                .containsExactly("stop by daybreak", "start by daybreak", "stop by daybreak");
        assertThat(world.told()).hasSize(1);
        assertThat(world.told().getFirst().details().getFirst()).contains("PostgreSQL 16.15");
        assertThat(world.journal().wanted()).map(Wanted::state).contains(Wanted.State.STOPPED);
    }

    @Test
    void somebodysStartIsLeftAloneAndReportedOnce() {
        var world = new LeavingWorld(SLOWLY);
        world.start("decommission", Map.of());
        world.pass(Duration.ofDays(3));
        world.cloud.life().startByHand(TestCloud.DB);
        world.pass(Duration.ofHours(1));
        event(world);
        world.pass(Duration.ofDays(5));
        schedule(world);
        world.pass(Duration.ofHours(1));

        assertThat(world.status()).isEqualTo("available");
        assertThat(world.deeds()).containsExactly("stop by daybreak", "start by somebody");
        assertThat(world.told())
                .extracting(Alert::subject)
                .containsExactly(
                        "Daybreak mosaic-prod: somebody started the old instance; left alone");
    }

    private static void event(LeavingWorld world) {
        world.start(
                "keep-stopped",
                Map.of(
                        "detail",
                        Map.of("EventID", "RDS-EVENT-0154", "SourceIdentifier", TestCloud.DB)));
    }

    private static void schedule(LeavingWorld world) {
        world.start("keep-stopped", Map.of("schedule", "keep-stopped"));
    }

    private static Optional<String> snapshot(LeavingWorld world) {
        return world.cloud
                .snapshots()
                .find(TestCloud.DB + "-final-snapshot")
                .map(one -> one.status());
    }

    private static Optional<String> failure(Execution execution) {
        return execution.outcome().orElseThrow() instanceof Outcome.Failed(var failure)
                ? failure.error()
                : Optional.empty();
    }
}
