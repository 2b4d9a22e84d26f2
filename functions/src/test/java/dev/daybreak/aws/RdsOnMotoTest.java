package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Moto.class)
class RdsOnMotoTest {
    private static final Map<String, String> TAGS = Map.of("daybreak:execution", "one");

    private final Wire wire;
    private final AwsClients clients;
    private final RdsInstances instances;
    private final RdsSnapshots snapshots;
    private final AuroraClusters clusters;
    private String name = "";

    RdsOnMotoTest(URI moto) {
        this.wire = MotoGaps.before(moto);
        this.clients = wire.clients();
        this.instances = new RdsInstances(clients, InstantSource.system());
        this.snapshots = new RdsSnapshots(clients);
        this.clusters = new AuroraClusters(clients);
    }

    @BeforeEach
    void createInstance(TestInfo test) {
        name = test.getDisplayName().replaceAll("\\W", "").toLowerCase(Locale.ROOT);
        clients.rds
                .get()
                .createDBInstance(
                        order ->
                                order.dbInstanceIdentifier(name)
                                        .engine("postgres")
                                        .engineVersion("16.4")
                                        .dbInstanceClass("db.t4g.medium")
                                        .allocatedStorage(20)
                                        .storageEncrypted(true)
                                        .autoMinorVersionUpgrade(false)
                                        .masterUsername("app")
                                        .masterUserPassword("hunter2hunter2"));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void describesAnInstance() {
        var found = instances.find(name).orElseThrow();
        assertThat(found.status()).isEqualTo("available");
        assertThat(found.arn()).endsWith(":db:" + name);
        assertThat(found.version()).isEqualTo("16.4");
        assertThat(found.port()).isEqualTo(5432);
        assertThat(found.host()).startsWith(name + ".");
        assertThat(found.allocatedGibibytes()).isEqualTo(20);
        assertThat(found.encrypted()).isTrue();
        assertThat(found.minorUpgradesAutomatic()).isFalse();
        assertThat(found.pendingMaintenance()).isEmpty();
        assertThat(found.masterSecret()).isEmpty();
        assertThat(instances.find("none")).isEmpty();
    }

    @Test
    void takesASnapshotOnce() {
        var snapshot = name + "-early";
        assertThat(snapshots.find(snapshot)).isEmpty();
        snapshots.take(snapshot, name, TAGS);
        snapshots.take(snapshot, name, TAGS);
        assertThat(snapshots.find(snapshot))
                .contains(
                        new Snapshot(
                                snapshot,
                                "arn:aws:rds:us-east-1:123456789012:snapshot:" + snapshot,
                                name,
                                "available",
                                0,
                                TAGS));
    }

    @Test
    void stopsAndStartsAndDeletesAnInstance() {
        var life = new RdsInstanceLife(clients);
        life.stop(name);
        assertThat(instances.find(name)).map(DatabaseInstance::status).contains("stopped");
        life.start(name);
        assertThat(instances.find(name)).map(DatabaseInstance::status).contains("available");
        life.delete(name, true);
        life.delete(name, true);
        assertThat(instances.find(name)).isEmpty();
    }

    @Test
    void restoresASnapshotAsAThrowAway() {
        var life = new RdsInstanceLife(clients);
        snapshots.take(name + "-last", name, TAGS);
        life.restore(name + "-check", name + "-last", name, TAGS);
        life.restore(name + "-check", name + "-last", name, TAGS);
        assertThat(instances.find(name + "-check"))
                .map(DatabaseInstance::status)
                .contains("available");
    }

    @Test
    void refusesASnapshotOfThatNameThatIsNotOurs() {
        var snapshot = name + "-early";
        snapshots.take(snapshot, name, Map.of("daybreak:execution", "another"));
        assertThatThrownBy(() -> snapshots.take(snapshot, name, TAGS))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("is not this execution's");
    }

    @Test
    void refusesToSnapshotWhatIsNotThere() {
        assertThatThrownBy(() -> snapshots.take("late", "none", TAGS))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("DBInstanceNotFound");
    }

    @Test
    void describesAClusterWithItsWriterAndRemovesBoth() {
        createCluster();
        var found = clusters.find(name).orElseThrow();
        assertThat(found.isAvailable()).isTrue();
        assertThat(found.deletionProtected()).isTrue();
        assertThat(found.members())
                .isEqualTo(List.of(new Cluster.Member(name + "-writer", "available", true)));
        assertThat(found.tags()).isEqualTo(TAGS);
        clusters.unprotect(name);
        for (var twice = 0; twice < 2; twice++) {
            clusters.deleteMember(name + "-writer");
            clusters.delete(name);
        }
        assertThat(clusters.find(name)).isEmpty();
    }

    @Test
    void aProtectedClusterStays() {
        createCluster();
        assertThatThrownBy(() -> clusters.delete(name))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("protect");
        assertThat(clusters.find(name)).isPresent();
    }

    private void createCluster() {
        clients.rds
                .get()
                .createDBCluster(
                        order ->
                                order.dbClusterIdentifier(name)
                                        .engine("aurora-postgresql")
                                        .deletionProtection(true)
                                        .masterUsername("app")
                                        .masterUserPassword("hunter2hunter2")
                                        .tags(RdsTags.of(TAGS)));
        clients.rds
                .get()
                .createDBInstance(
                        order ->
                                order.dbInstanceIdentifier(name + "-writer")
                                        .dbClusterIdentifier(name)
                                        .engine("aurora-postgresql")
                                        .dbInstanceClass("db.t4g.medium"));
    }
}
