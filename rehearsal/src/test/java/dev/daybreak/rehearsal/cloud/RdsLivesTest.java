package dev.daybreak.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.DatabaseInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RdsLivesTest {
    private final TestCloud sky = new TestCloud();
    private final RdsLives life = sky.cloud.life();
    private final List<InstanceEvent> events = new ArrayList<>();

    RdsLivesTest() {
        life.listen(events::add);
    }

    @Test
    void anInstanceStopsAndStartsSlowly() {
        life.stop(TestCloud.DB);
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(status()).isEqualTo("stopping");
        sky.settle();
        assertThat(status()).isEqualTo("stopped");
        life.start(TestCloud.DB);
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(status()).isEqualTo("starting");
        sky.settle();
        assertThat(status()).isEqualTo("available");
        assertThat(sky.park.done).containsExactly("stop mosaic-prod-db", "start mosaic-prod-db");
    }

    @Test
    void whatIsStartingCannotBeStopped() {
        stopped();
        life.start(TestCloud.DB);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> life.stop(TestCloud.DB))
                .withMessageContaining("InvalidDBInstanceState")
                .withMessageContaining("starting");
    }

    @Test
    void anInstanceWithAReplicaCannotBeStopped() {
        var one = TestCloud.source("available");
        sky.cloud
                .instances()
                .become(
                        new DatabaseInstance(
                                one.id(),
                                one.arn(),
                                one.status(),
                                one.engine(),
                                one.version(),
                                one.host(),
                                one.port(),
                                one.allocatedGibibytes(),
                                one.encrypted(),
                                false,
                                List.of("replica"),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> life.stop(TestCloud.DB))
                .withMessageContaining("read replicas");
    }

    @Test
    void aStoppedInstanceCanBeNeitherSnapshottedNorDeleted() {
        stopped();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> sky.cloud.snapshots().take("late", TestCloud.DB, Map.of()));
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> life.delete(TestCloud.DB, true));
    }

    @Test
    void awsStartsItAfterSevenDaysAndSaysSoTwice() {
        stopped();
        sky.clock.pass(Duration.ofDays(6));
        life.startOverdue();
        assertThat(events).isEmpty();
        sky.clock.pass(Duration.ofDays(1));
        life.startOverdue();

        assertThat(events).extracting(InstanceEvent::id).containsExactly("RDS-EVENT-0154");
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(status()).isEqualTo("starting");
        sky.settle();
        assertThat(status()).isEqualTo("available");
        assertThat(events)
                .extracting(InstanceEvent::id)
                .containsExactly("RDS-EVENT-0154", "RDS-EVENT-0088");
        assertThat(life.deeds())
                .extracting(InstanceDeed::what, InstanceDeed::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("stop", "daybreak"),
                        org.assertj.core.groups.Tuple.tuple("start", "aws"));
    }

    @Test
    void aStopCountsAnewAfterEachStart() {
        stopped();
        sky.clock.pass(Duration.ofDays(6));
        life.startByHand(TestCloud.DB);
        sky.settle();
        stopped();
        sky.clock.pass(Duration.ofDays(6));
        life.startOverdue();

        assertThat(status()).isEqualTo("stopped");
    }

    @Test
    void aDeletedInstanceGoesSlowlyAndItsBackupsStayWhereTheyShould() {
        life.delete(TestCloud.DB, true);
        life.delete(TestCloud.DB, true);
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(status()).isEqualTo("deleting");
        sky.settle();
        assertThat(status()).isEqualTo("none");
        assertThat(life.keptBackups()).containsExactly(TestCloud.DB);
        assertThat(sky.park.done).containsExactly("delete mosaic-prod-db");
    }

    @Test
    void aSnapshotIsRestoredAsAnInstanceOfItsOwn() {
        sky.snapshot("last");
        life.restore("check", "last", TestCloud.DB, Map.of());
        life.restore("check", "last", TestCloud.DB, Map.of());
        sky.settle();
        assertThat(sky.cloud.instances().find("check"))
                .map(DatabaseInstance::host)
                .contains("127.0.0.4");
        assertThat(sky.instanceStatus("check")).isEqualTo("available");
        life.delete("check", false);
        sky.settle();

        assertThat(sky.instanceStatus("check")).isEqualTo("none");
        assertThat(sky.park.done)
                .containsExactly(
                        "snapshot mosaic-prod-db",
                        "restore",
                        "start at 25433 with {}",
                        "stop",
                        "discard");
        assertThat(status()).isEqualTo("available");
    }

    @Test
    void aRestoreThatFailsLeavesAnInstanceThatFailed() {
        sky.snapshot("last");
        sky.park.breaksAt("restore");
        life.restore("check", "last", TestCloud.DB, Map.of());
        sky.settle();

        assertThat(sky.instanceStatus("check")).isEqualTo("failed");
    }

    @Test
    void aSnapshotThatIsNotThereIsNotRestored() {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> life.restore("check", "none", TestCloud.DB, Map.of()))
                .withMessageContaining("DBSnapshotNotFound");
    }

    private void stopped() {
        life.stop(TestCloud.DB);
        sky.settle();
    }

    private String status() {
        return sky.instanceStatus(TestCloud.DB);
    }
}
