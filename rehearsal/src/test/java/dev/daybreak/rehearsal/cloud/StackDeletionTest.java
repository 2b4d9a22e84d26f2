package dev.daybreak.rehearsal.cloud;

import static dev.daybreak.rehearsal.cloud.TestCloud.AURORA;
import static dev.daybreak.rehearsal.cloud.TestCloud.WRITER;
import static dev.daybreak.rehearsal.cloud.TestCloud.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rds.Cluster;
import dev.daybreak.rehearsal.cloud.template.Templates;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackDeletionTest {
    private final TestCloud sky = new TestCloud();
    private final CloudFormation stacks = sky.cloud.stacks();

    @Test
    void deletingTheStackKeepsClusterAndWriterAndFailsBecauseOfThem() {
        sky.aurora();
        stacks.delete(AURORA);
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(sky.stackStatus(AURORA)).isEqualTo("DELETE_IN_PROGRESS");
        sky.settle();

        assertThat(sky.stackStatus(AURORA)).isEqualTo("DELETE_FAILED");
        assertThat(sky.stackReason(AURORA)).contains("still members of this parameter group");
        assertThat(sky.cloud.clusters().find(AURORA).map(Cluster::isAvailable)).contains(true);
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("available");
    }

    @Test
    void aStackDeletedInTheMiddleStopsBuildingAndKeepsWhatIsThere() {
        var arn = sky.snapshot("first").arn();
        stacks.create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        sky.work.runOne();
        stacks.delete(AURORA);
        sky.settle();

        assertThat(sky.stackStatus(AURORA)).isEqualTo("DELETE_FAILED");
        assertThat(sky.clusterStatus()).isEqualTo("available");
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("none");
    }

    @Test
    void whatTheTemplateDoesNotRetainGoesWithTheStack() {
        var careless = withoutRetention("false");
        careless.cloud.stacks().delete(AURORA);
        careless.settle();

        assertThat(careless.stackStatus(AURORA)).isEqualTo("none");
        assertThat(careless.clusterStatus()).isEqualTo("none");
        assertThat(careless.instanceStatus(WRITER)).isEqualTo("none");
        assertThat(careless.park.done).endsWith("stop", "discard");
    }

    @Test
    void deletionProtectionSavesAClusterThatIsNotRetained() {
        var careless = withoutRetention("true");
        careless.cloud.stacks().delete(AURORA);
        careless.settle();

        assertThat(careless.stackStatus(AURORA)).isEqualTo("DELETE_FAILED");
        assertThat(careless.stackReason(AURORA)).startsWith("Cluster: ").contains("protection");
        assertThat(careless.clusterStatus()).isEqualTo("available");
    }

    private static TestCloud withoutRetention(String deletionProtection) {
        var template =
                Templates.with(
                        Map.of(
                                "/Resources/Cluster/DeletionPolicy", "'Delete'",
                                "/Resources/Writer/DeletionPolicy", "'Delete'"));
        var careless = new TestCloud(template);
        var arn = careless.snapshot("first").arn();
        var parameters = Map.of("SnapshotArn", arn, "DeletionProtection", deletionProtection);
        careless.cloud.stacks().create(order(AURORA, "token-1", parameters));
        careless.settle();
        return careless;
    }

    @Test
    void deletingWhatIsNotThereIsNoFault() {
        stacks.delete("nobody");

        assertThat(sky.stackStatus("nobody")).isEqualTo("none");
    }
}
