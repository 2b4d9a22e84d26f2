package dev.daybreak.rehearsal.cloud;

import static dev.daybreak.rehearsal.cloud.TestCloud.AURORA;
import static dev.daybreak.rehearsal.cloud.TestCloud.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.Cluster;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFormationTest {
    private final TestCloud sky = new TestCloud();
    private final CloudFormation stacks = sky.cloud.stacks();

    @Test
    void aStackThatIsDoneTellsItsOutputs() {
        sky.aurora();

        var stack = stacks.find(AURORA).orElseThrow();
        assertThat(stack.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(stack.outputs())
                .containsEntry("WriterEndpoint", "127.0.0.3")
                .containsEntry("Port", "25432")
                .containsEntry("ClusterId", AURORA)
                .containsEntry("EstimatedMonthlyCost", "53.29")
                .containsKey("SecurityGroupId")
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "SnapshotArn, first, DBClusterSnapshotNotFoundFault",
        "SnapshotArn, arn:aws:rds:us-east-1:123456789012:snapshot:other, DBSnapshotNotFound",
        "EngineVersion, 16.14, Cannot find version 16.14",
        "EngineVersion, 16.11, cannot be restored as aurora-postgresql 16.11",
    })
    void whatRdsRefusesFailsTheStackWithItsReason(String name, String value, String reason) {
        var right = Map.of("SnapshotArn", sky.snapshot("first").arn());
        var wrong = order(AURORA, "token-1", right).parameters();
        stacks.create(order(AURORA, "token-1", with(wrong, name, value)));
        sky.settle();

        assertThat(sky.stackStatus(AURORA)).isEqualTo("CREATE_FAILED");
        assertThat(sky.stackReason(AURORA)).startsWith("Cluster: ").contains(reason);
        assertThat(sky.clusterStatus()).isEqualTo("none");
    }

    @Test
    void aSnapshotThatIsNotAvailableIsRefused() {
        sky.cloud.snapshots().take("first", TestCloud.DB, Map.of());
        var arn = "arn:aws:rds:us-east-1:123456789012:snapshot:first";
        stacks.create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        sky.park.breaksAt("snapshot");
        sky.settle();

        assertThat(sky.stackReason(AURORA)).contains("InvalidDBSnapshotState");
    }

    @Test
    void theSameOrderAgainChangesNothing() {
        var order = sky.aurora();
        var before = sky.cloud.lives();
        stacks.create(order);
        sky.settle();

        assertThat(sky.cloud.lives()).isEqualTo(before);
    }

    @Test
    void aSecondStackOfThatNameIsRefused() {
        var order = sky.aurora();

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> stacks.create(order(AURORA, "token-2", order.parameters())))
                .withMessageContaining("AlreadyExistsException");
    }

    @Test
    void aTokenIsGoodForOneOrder() {
        var order = sky.aurora();

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> stacks.create(order("other", "token-1", order.parameters())))
                .withMessageContaining("TokenAlreadyExistsException");
    }

    @Test
    void unknownAndMissingParametersAreRefusedAtOnce() {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> stacks.create(order(AURORA, "t", Map.of("SnapshotId", "x"))))
                .withMessageContaining("[SnapshotId] do not exist");
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> stacks.create(order(AURORA, "t", Map.of("SnapshotArn", ""))))
                .withMessageContaining("[SnapshotArn] must have values");
    }

    @Test
    void aStackWhoseExportsAreTakenFailsWhenAllItsWorkIsDone() {
        var parameters = sky.aurora().parameters();
        stacks.create(order("second", "token-2", with(parameters, "ClusterIdentifier", "second")));
        sky.settle();

        assertThat(sky.stackStatus("second")).isEqualTo("CREATE_FAILED");
        assertThat(sky.stackReason("second"))
                .contains("Export with name mosaic-prod-", "already exported by stack " + AURORA);
        assertThat(sky.instanceStatus("second-writer")).isEqualTo("available");
    }

    @Test
    void aClustersNameThatIsTakenFailsTheStackAndHarmsNothing() {
        var parameters = sky.aurora().parameters();
        stacks.create(order("second", "token-2", parameters));
        sky.settle();

        assertThat(sky.stackReason("second")).contains("DBClusterAlreadyExistsFault");
        assertThat(sky.cloud.clusters().find(AURORA).map(Cluster::isAvailable)).contains(true);
        stacks.delete("second");
        sky.settle();
        assertThat(sky.stackStatus("second")).isEqualTo("none");
        assertThat(sky.cloud.clusters().find(AURORA).map(Cluster::isAvailable)).contains(true);
    }

    private static Map<String, String> with(
            Map<String, String> parameters, String name, String value) {
        var changed = new TreeMap<>(parameters);
        changed.put(name, value);
        return changed;
    }
}
