package dev.daybreak.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rds.DatabaseInstance;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RdsInstancesTest {
    private static final String INSTANCE =
            """
            <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>
              <DBInstanceIdentifier>mosaic-prod-db</DBInstanceIdentifier>
              <DBInstanceArn>arn:aws:rds:us-east-1:1:db:mosaic-prod-db</DBInstanceArn>
              <DBInstanceStatus>modifying</DBInstanceStatus>
              <Engine>postgres</Engine><EngineVersion>16.15</EngineVersion>
              <Endpoint><Address>db.example</Address><Port>5433</Port></Endpoint>
              <AllocatedStorage>100</AllocatedStorage>
              <StorageEncrypted>true</StorageEncrypted>
              <AutoMinorVersionUpgrade>true</AutoMinorVersionUpgrade>
              <PendingModifiedValues>
                <MasterUserPassword>****</MasterUserPassword>
                <AllocatedStorage>200</AllocatedStorage>
              </PendingModifiedValues>
              <ReadReplicaDBInstanceIdentifiers>
                <ReadReplicaDBInstanceIdentifier>replica</ReadReplicaDBInstanceIdentifier>
              </ReadReplicaDBInstanceIdentifiers>
              <ReadReplicaDBClusterIdentifiers>
                <ReadReplicaDBClusterIdentifier>aurora</ReadReplicaDBClusterIdentifier>
              </ReadReplicaDBClusterIdentifiers>
              <MasterUserSecret><SecretArn>arn:secret</SecretArn></MasterUserSecret>
              <LatestRestorableTime>2026-11-22T09:55:00Z</LatestRestorableTime>
            </DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>
            """;
    private static final String MAINTENANCE =
            """
            <DescribePendingMaintenanceActionsResponse><DescribePendingMaintenanceActionsResult>
              <PendingMaintenanceActions><ResourcePendingMaintenanceActions>
                <PendingMaintenanceActionDetails><PendingMaintenanceAction>
                  <Action>system-update</Action><Description>New OS update</Description>
                </PendingMaintenanceAction></PendingMaintenanceActionDetails>
              </ResourcePendingMaintenanceActions></PendingMaintenanceActions>
            </DescribePendingMaintenanceActionsResult></DescribePendingMaintenanceActionsResponse>
            """;

    @Test
    void tellsEverythingThatPreflightAsks() {
        try (var wire = new Wire(Optional.empty())) {
            wire.xml("DescribeDBInstances", INSTANCE);
            wire.xml("DescribePendingMaintenanceActions", MAINTENANCE);
            var instances = new RdsInstances(wire.clients(), InstantSource.system());
            assertThat(instances.find("mosaic-prod-db"))
                    .contains(
                            new DatabaseInstance(
                                    "mosaic-prod-db",
                                    "arn:aws:rds:us-east-1:1:db:mosaic-prod-db",
                                    "modifying",
                                    "postgres",
                                    "16.15",
                                    "db.example",
                                    5433,
                                    100,
                                    true,
                                    true,
                                    List.of("replica", "aurora"),
                                    List.of(
                                            "system-update: New OS update",
                                            "pending change of AllocatedStorage",
                                            "pending change of MasterUserPassword"),
                                    Optional.of("arn:secret"),
                                    Optional.of(Instant.parse("2026-11-22T09:55:00Z"))));
        }
    }

    @Test
    void tellsTheLowestFreeStorage() {
        assertThat(freeStorage(9e9, 7e9, 8e9)).contains(7_000_000_000L);
    }

    @Test
    void noDataIsNotZero() {
        assertThat(freeStorage()).isEmpty();
    }

    private static Optional<Long> freeStorage(double... minima) {
        try (var wire = new Wire(Optional.empty())) {
            wire.cbor("GetMetricStatistics", datapoints(minima));
            return new RdsInstances(wire.clients(), InstantSource.system()).freeStorageBytes("db");
        }
    }

    /// `{"Datapoints": [{"Minimum": 9e9}, …]}` in CBOR, which the SDK speaks with CloudWatch.
    private static byte[] datapoints(double... minima) {
        var out = ByteBuffer.allocate(20 + minima.length * 20);
        out.put((byte) 0xA1).put((byte) 0x6A).put("Datapoints".getBytes(UTF_8));
        out.put((byte) (0x80 + minima.length));
        for (var minimum : minima) {
            out.put((byte) 0xA1).put((byte) 0x67).put("Minimum".getBytes(UTF_8));
            out.put((byte) 0xFB).putDouble(minimum);
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
