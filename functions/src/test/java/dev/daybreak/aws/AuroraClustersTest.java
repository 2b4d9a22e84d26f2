package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.daybreak.fault.Unavailable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuroraClustersTest {
    private static final String VERSIONS =
            """
            <DescribeDBEngineVersionsResponse><DescribeDBEngineVersionsResult>%s
              <DBEngineVersions>%s</DBEngineVersions>
            </DescribeDBEngineVersionsResult></DescribeDBEngineVersionsResponse>
            """;
    private static final String INSTANCE =
            """
            <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>
              <DBInstanceIdentifier>w</DBInstanceIdentifier>
              <DBInstanceStatus>%s</DBInstanceStatus>
            </DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>
            """;

    private final Wire wire = new Wire(Optional.empty());
    private final AuroraClusters clusters = new AuroraClusters(wire.clients());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void readsEveryPageOfVersionsAndLeavesLimitlessOut() {
        wire.xml(
                "DescribeDBEngineVersions",
                VERSIONS.formatted("<Marker>next</Marker>", version("15.4") + version("16.6")),
                VERSIONS.formatted("", version("16.6-limitless") + version("16.11")));
        assertThat(clusters.versions()).containsExactly("15.4", "16.6", "16.11");
        assertThat(wire.requests("DescribeDBEngineVersions"))
                .extracting(WireRequest::form)
                .extracting(sent -> sent.get("Engine"), sent -> sent.get("Marker"))
                .containsExactly(
                        tuple("aurora-postgresql", null), tuple("aurora-postgresql", "next"));
    }

    @Test
    void deletingWhatIsBeingDeletedIsDone() {
        wire.failing("DeleteDBInstance", 400, "InvalidDBInstanceState", "is being deleted");
        wire.xml("DescribeDBInstances", INSTANCE.formatted("deleting"));
        assertThatCode(() -> clusters.deleteMember("w")).doesNotThrowAnyException();
    }

    @Test
    void whatIsGoneStaysGoneWithoutAFault() {
        wire.failing("ModifyDBCluster", 404, "DBClusterNotFoundFault", "not found");
        wire.failing("DeleteDBCluster", 404, "DBClusterNotFoundFault", "not found");
        wire.failing("DeleteDBInstance", 404, "DBInstanceNotFound", "not found");
        wire.failing("DescribeDBClusters", 404, "DBClusterNotFoundFault", "not found");
        clusters.unprotect("c");
        clusters.deleteMember("w");
        clusters.delete("c");
        assertThat(clusters.find("c")).isEmpty();
    }

    @Test
    void deletingWhatIsBusyIsTriedAgain() {
        wire.failing("DeleteDBInstance", 400, "InvalidDBInstanceState", "is not available");
        wire.xml("DescribeDBInstances", INSTANCE.formatted("modifying"));
        assertThatThrownBy(() -> clusters.deleteMember("w")).isInstanceOf(Unavailable.class);
    }

    @Test
    void aSourceThatIsNotAvailableMayBecomeSo() {
        wire.failing("CreateDBSnapshot", 400, "InvalidDBInstanceState", "is not available");
        var snapshots = new RdsSnapshots(wire.clients());
        assertThatThrownBy(() -> snapshots.take("s", "db", Map.of()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("take snapshot s of instance db");
    }

    @Test
    void aSnapshotThatExistsButCannotBeSeenYetIsLookedForAgain() {
        wire.failing("CreateDBSnapshot", 400, "DBSnapshotAlreadyExists", "exists");
        wire.failing("DescribeDBSnapshots", 404, "DBSnapshotNotFound", "not found");
        var snapshots = new RdsSnapshots(wire.clients());
        assertThatThrownBy(() -> snapshots.take("s", "db", Map.of()))
                .isInstanceOf(Unavailable.class);
    }

    private static String version(String text) {
        return "<DBEngineVersion><EngineVersion>%s</EngineVersion></DBEngineVersion>"
                .formatted(text);
    }
}
