package dev.daybreak.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.Snapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RdsSnapshotsTest {
    private final TestCloud sky = new TestCloud();
    private final RdsSnapshots snapshots = sky.cloud.snapshots();

    @Test
    void aSnapshotIsInvisibleAtFirst() {
        snapshots.take("first", TestCloud.DB, Map.of());

        assertThat(snapshots.find("first")).isEmpty();
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(snapshots.find("first")).map(Snapshot::status).contains("creating");
    }

    @Test
    void aSnapshotGrowsAndBecomesAvailableUnderItsArn() {
        assertThat(sky.snapshot("first"))
                .isEqualTo(
                        new Snapshot(
                                "first",
                                "arn:aws:rds:us-east-1:123456789012:snapshot:first",
                                TestCloud.DB,
                                "available",
                                100,
                                Map.of()));
        assertThat(sky.cloud.lives())
                .filteredOn(life -> life.kind().equals("snapshot"))
                .extracting(life -> life.status().orElse("gone"))
                .containsExactly("creating", "creating", "available");
    }

    @Test
    void theInstanceBacksUpMeanwhileAndIsAvailableSomeTimeAfter() {
        snapshots.take("first", TestCloud.DB, Map.of());

        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("available");
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("backing-up");
        sky.work.runAll();
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("backing-up");
        sky.clock.pass(Delays.BRISK.step());
        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("available");
    }

    @Test
    void anInstanceThatBacksUpRefusesAnotherSnapshot() {
        snapshots.take("first", TestCloud.DB, Map.of());

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> snapshots.take("second", TestCloud.DB, Map.of()))
                .withMessageContaining("InvalidDBInstanceState")
                .withMessageContaining("backing-up");
    }

    @Test
    void orderingItAgainChangesNothingEvenWhileTheInstanceBacksUp() {
        snapshots.take("first", TestCloud.DB, Map.of("run", "1"));
        sky.clock.pass(Delays.BRISK.sight());
        snapshots.take("first", TestCloud.DB, Map.of("run", "1"));
        sky.settle();

        assertThat(sky.park.done).containsExactly("snapshot mosaic-prod-db");
    }

    @Test
    void orderingItAgainAtOnceSaysThatItCannotBeSeenYet() {
        snapshots.take("first", TestCloud.DB, Map.of("run", "1"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> snapshots.take("first", TestCloud.DB, Map.of("run", "1")))
                .withMessageContaining("DBSnapshotAlreadyExists");
    }

    @Test
    void anothersSnapshotOfThatNameIsRefused() {
        sky.snapshot("first");

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> snapshots.take("first", TestCloud.DB, Map.of("run", "2")))
                .withMessageContaining("DBSnapshotAlreadyExists");
    }

    @Test
    void aSnapshotThatFailsSaysSoAndLetsTheInstanceGo() {
        sky.park.breaksAt("snapshot");

        assertThat(sky.snapshot("first").status()).isEqualTo("failed");
        assertThat(snapshots.whyFailed("first")).contains("disk full");
        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("available");
    }

    @Test
    void aBadNameOrAnInstanceThatIsNotThereIsRefused() {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> snapshots.take("two--hyphens", TestCloud.DB, Map.of()))
                .withMessageContaining("InvalidParameterValue");
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> snapshots.take("first", "nobody", Map.of()))
                .withMessageContaining("DBInstanceNotFound");
    }

    @Test
    void whatHappensToTheInstanceNowOverrulesWhatWasToCome() {
        snapshots.take("first", TestCloud.DB, Map.of());
        sky.work.runAll();
        sky.cloud.instances().become(TestCloud.source("storage-full"));
        sky.settle();

        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("storage-full");
        assertThat(sky.cloud.lives())
                .filteredOn(life -> life.kind().equals("instance"))
                .extracting(life -> life.status().orElse("gone"))
                .containsExactly("available", "backing-up", "storage-full");
    }

    @Test
    void anInstanceThatIsNotAvailableRefusesASnapshotAndIsLeftAlone() {
        sky.cloud.instances().become(TestCloud.source("storage-full"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> snapshots.take("first", TestCloud.DB, Map.of()))
                .withMessageContaining("storage-full");
        sky.settle();
        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("storage-full");
        assertThat(sky.park.done).isEmpty();
    }
}
