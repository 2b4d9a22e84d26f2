package dev.daybreak.rehearsal.cloud;

import static dev.daybreak.rehearsal.cloud.TestCloud.AURORA;
import static dev.daybreak.rehearsal.cloud.TestCloud.WRITER;
import static dev.daybreak.rehearsal.cloud.TestCloud.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.stack.StackOrder;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RdsClustersTest {
    private final TestCloud sky = new TestCloud();
    private final RdsClusters clusters = sky.cloud.clusters();
    private StackOrder built = order(AURORA, "none", Map.of());

    @BeforeEach
    void aClusterIsThere() {
        built = sky.aurora();
    }

    @Test
    void deletionProtectionRefusesADeletion() {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> clusters.delete(AURORA))
                .withMessageContaining("deletion protection");
        sky.settle();
        assertThat(sky.clusterStatus()).isEqualTo("available");
    }

    @Test
    void aClusterWithAnInstanceCannotBeDeleted() {
        clusters.unprotect(AURORA);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> clusters.delete(AURORA))
                .withMessageContaining("InvalidDBClusterStateFault");
    }

    @Test
    void aDeletionTakesItsTimeAndTheDataGoesLast() {
        clusters.unprotect(AURORA);
        clusters.deleteMember(WRITER);
        clusters.delete(AURORA);
        sky.clock.pass(Delays.BRISK.sight());

        assertThat(sky.clusterStatus()).isEqualTo("deleting");
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("deleting");
        sky.work.runAll();
        sky.clock.pass(Delays.BRISK.sight());
        assertThat(sky.clusterStatus()).isEqualTo("deleting");
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("deleting");
        sky.clock.pass(Delays.BRISK.removal());
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("none");
        sky.clock.pass(Delays.BRISK.removal());
        assertThat(sky.clusterStatus()).isEqualTo("none");
        assertThat(sky.park.done).endsWith("stop", "discard");
    }

    @Test
    void theDataOutlivesItsServerEvenWhereTheServerIsSlowToStop() {
        remove();
        sky.work.runNewest();
        assertThat(sky.park.done).doesNotContain("discard");
        sky.settle();

        assertThat(sky.park.done).endsWith("stop", "discard");
        assertThat(sky.clusterStatus()).isEqualTo("none");
    }

    @Test
    void theNamesStayTakenUntilTheClusterIsGone() {
        remove();
        sky.cloud.stacks().create(order("second", "token-2", built.parameters()));
        sky.settle();

        assertThat(sky.stackReason("second")).contains("DB Cluster already exists");
    }

    @Test
    void theNamesAreFreeOnceClusterAndStackAreGone() {
        remove();
        sky.settle();
        sky.cloud.stacks().delete(AURORA);
        sky.settle();
        assertThat(sky.stackStatus(AURORA)).isEqualTo("none");

        sky.cloud.stacks().create(order(AURORA, "token-2", built.parameters()));
        sky.settle();
        assertThat(sky.stackStatus(AURORA)).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aTokenIsNotGoodForASecondLife() {
        remove();
        sky.settle();
        sky.cloud.stacks().delete(AURORA);
        sky.settle();

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> sky.cloud.stacks().create(built))
                .withMessageContaining("TokenAlreadyExistsException");
    }

    @Test
    void aStackDeletedTogetherWithItsClusterFailsAndGoesLater() {
        remove();
        sky.cloud.stacks().delete(AURORA);
        sky.settle();

        assertThat(sky.clusterStatus()).isEqualTo("none");
        assertThat(sky.stackStatus(AURORA)).isEqualTo("DELETE_FAILED");
        sky.cloud.stacks().delete(AURORA);
        sky.settle();
        assertThat(sky.stackStatus(AURORA)).isEqualTo("none");
    }

    @Test
    void removingWhatIsGoneIsNoFault() {
        remove();
        remove();
        sky.settle();
        remove();

        assertThat(sky.park.done).containsOnlyOnce("stop", "discard");
        assertThat(sky.clusterStatus()).isEqualTo("none");
    }

    @Test
    void anInstanceOfNoClusterIsDeletedJustAsReadily() {
        clusters.deleteMember(TestCloud.DB);
        sky.settle();

        assertThat(sky.instanceStatus(TestCloud.DB)).isEqualTo("none");
    }

    @Test
    void aClusterThatIsStillRestoredCannotBeDeletedOrChanged() {
        var half = new TestCloud();
        var arn = half.snapshot("first").arn();
        half.cloud.stacks().create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        half.work.runOne();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> half.cloud.clusters().unprotect(AURORA))
                .withMessageContaining("creating");
    }

    @Test
    void aClusterWithoutProtectionIsDeletedWithoutMuchAdo() {
        var open = new TestCloud();
        var arn = open.snapshot("first").arn();
        var parameters = Map.of("SnapshotArn", arn, "DeletionProtection", "false");
        open.cloud.stacks().create(order(AURORA, "token-1", parameters));
        open.work.runOne();
        open.work.runOne();
        open.cloud.clusters().delete(AURORA);
        open.settle();

        assertThat(open.clusterStatus()).isEqualTo("none");
        assertThat(open.stackReason(AURORA)).contains("Writer: ", "is not available");
    }

    private void remove() {
        clusters.unprotect(AURORA);
        clusters.deleteMember(WRITER);
        clusters.delete(AURORA);
    }
}
