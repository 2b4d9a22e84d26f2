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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SnapshotId | x | Parameters: [SnapshotId] do not exist in the template",
                "SnapshotArn | '' | Parameters: [SnapshotArn] must have values",
                "SnapshotArn | first | Parameter SnapshotArn failed to satisfy constraint: it must match arn:",
                "ClusterIdentifier | Mosaic | Parameter ClusterIdentifier failed to satisfy constraint",
                "ClusterIdentifier | mosaic--prod | Parameter ClusterIdentifier failed to satisfy constraint",
                "EngineVersion | 16 | Parameter EngineVersion failed to satisfy constraint",
                "DeletionProtection | yes | Parameter 'DeletionProtection' must be one of AllowedValues (true, false)",
                "VpcId | the-vpc | parameter value the-vpc for parameter name VpcId does not exist",
                "SubnetIds | subnet-0123456789abcdef0,a | parameter value a for parameter name SubnetIds",
            })
    void whatTheTemplateDoesNotTakeIsRefusedAtOnce(String name, String value, String says) {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> stacks.create(order(AURORA, "t", Map.of(name, value))))
                .withMessageStartingWith("ValidationError: ")
                .withMessageContaining(says);
        sky.settle();
        assertThat(sky.stackStatus(AURORA)).isEqualTo("none");
    }

    @Test
    void aStackWhoseExportsAreTakenFailsWhenAllItsWorkIsDone() {
        var parameters = sky.aurora().parameters();
        sky.cloud.clusters().unprotect(AURORA);
        sky.cloud.clusters().deleteMember(TestCloud.WRITER);
        sky.cloud.clusters().delete(AURORA);
        sky.settle();
        stacks.create(order("second", "token-2", parameters));
        sky.settle();

        assertThat(sky.stackStatus("second")).isEqualTo("CREATE_FAILED");
        assertThat(sky.stackReason("second"))
                .contains(
                        "Export with name mosaic-prod-aurora-ClusterId",
                        "already exported by stack " + AURORA);
        assertThat(sky.instanceStatus(TestCloud.WRITER)).isEqualTo("available");
    }

    @Test
    void twoClustersExportUnderNamesOfTheirOwn() {
        var parameters = sky.aurora().parameters();
        stacks.create(order("second", "token-2", with(parameters, "ClusterIdentifier", "second")));
        sky.settle();

        assertThat(sky.stackStatus("second")).isEqualTo("CREATE_COMPLETE");
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
