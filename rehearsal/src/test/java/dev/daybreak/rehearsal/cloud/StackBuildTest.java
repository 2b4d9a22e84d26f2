package dev.daybreak.rehearsal.cloud;

import static dev.daybreak.rehearsal.cloud.TestCloud.AURORA;
import static dev.daybreak.rehearsal.cloud.TestCloud.WRITER;
import static dev.daybreak.rehearsal.cloud.TestCloud.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rds.Cluster;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackBuildTest {
    private final TestCloud sky = new TestCloud();
    private final CloudFormation stacks = sky.cloud.stacks();

    @Test
    void theClusterIsAvailableBeforeItHasAWriter() {
        var arn = sky.snapshot("first").arn();
        stacks.create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        sky.work.runOne();
        sky.work.runOne();
        sky.clock.pass(Delays.BRISK.sight());

        var young = sky.cloud.clusters().find(AURORA).orElseThrow();
        assertThat(young.status()).isEqualTo("available");
        assertThat(young.members()).isEmpty();
        assertThat(young.isAvailable()).isFalse();
        assertThat(sky.park.done).noneMatch(work -> work.startsWith("start"));
        assertThat(sky.stackStatus(AURORA)).isEqualTo("CREATE_IN_PROGRESS");
    }

    @Test
    void theWriterIsCreatedNextAndTheStackIsTheLastToBeDone() {
        var arn = sky.snapshot("first").arn();
        stacks.create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        sky.work.runAll();

        sky.clock.pass(Delays.BRISK.sight().plus(Delays.BRISK.step()));
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("creating");
        sky.clock.pass(Delays.BRISK.step());
        assertThat(sky.cloud.clusters().find(AURORA).map(Cluster::isAvailable)).contains(true);
        assertThat(sky.stackStatus(AURORA)).isEqualTo("CREATE_IN_PROGRESS");
        sky.clock.pass(Delays.BRISK.step());
        assertThat(sky.stackStatus(AURORA)).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void theServerStartsWithTheClustersParametersInPostgresWords() {
        sky.aurora();

        assertThat(sky.park.done.getLast())
                .isEqualTo(
                        "start at 25432 with {effective_io_concurrency=200,"
                                + " idle_in_transaction_session_timeout=300000, log_connections=1,"
                                + " log_disconnections=1, log_lock_waits=1,"
                                + " log_min_duration_statement=1000, max_connections=100,"
                                + " random_page_cost=1.1, statement_timeout=30000,"
                                + " wal_level=logical}");
    }

    @Test
    void aRestoreThatFailsLeavesTheClusterThere() {
        var arn = sky.snapshot("first").arn();
        sky.park.breaksAt("restore");
        stacks.create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        sky.settle();

        assertThat(sky.stackStatus(AURORA)).isEqualTo("CREATE_FAILED");
        assertThat(sky.stackReason(AURORA)).contains("disk full");
        assertThat(sky.clusterStatus()).isEqualTo("migration-failed");
    }

    @Test
    void aWriterThatDoesNotStartLeavesClusterAndWriterThere() {
        var arn = sky.snapshot("first").arn();
        sky.park.breaksAt("start");
        stacks.create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        sky.settle();

        assertThat(sky.stackReason(AURORA)).contains("Writer: disk full");
        assertThat(sky.clusterStatus()).isEqualTo("available");
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("failed");
    }

    @Test
    void aWritersNameThatIsTakenFailsTheStackAfterTheCluster() {
        var arn = sky.snapshot("first").arn();
        sky.cloud.instances().become(TestCloud.instance(WRITER, "available"));
        stacks.create(order(AURORA, "token-1", Map.of("SnapshotArn", arn)));
        sky.settle();

        assertThat(sky.stackReason(AURORA)).contains("Writer: DBInstanceAlreadyExists");
        assertThat(sky.clusterStatus()).isEqualTo("available");
    }
}
