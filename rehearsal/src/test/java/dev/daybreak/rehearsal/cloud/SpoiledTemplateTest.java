package dev.daybreak.rehearsal.cloud;

import static dev.daybreak.rehearsal.cloud.TestCloud.AURORA;
import static dev.daybreak.rehearsal.cloud.TestCloud.WRITER;
import static dev.daybreak.rehearsal.cloud.TestCloud.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.cloud.template.Templates;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the template says is what is made: each change of it shows in the cloud.
class SpoiledTemplateTest {
    private static final String CLUSTER = "/Resources/Cluster/Properties/";
    private static final String WRITERS = "/Resources/Writer/Properties/";
    private static final String PARAMETERS = "/Resources/ParameterGroup/Properties/Parameters/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Cluster/Properties/Engine | 'aurora-mysql' | Cluster: InvalidParameterCombination: a snapshot of postgres cannot be restored as aurora-mysql",
                "Cluster/Properties/EngineVersion | '16.14' | Cluster: InvalidParameterCombination: Cannot find version 16.14",
                "Cluster/Properties/SnapshotIdentifier | 'first' | Cluster: DBClusterSnapshotNotFoundFault",
                "Cluster/Properties/Port | 5433 | Cluster: port 5433 is let in by no security group",
                "Cluster/Properties/VpcSecurityGroupIds | [] | Cluster: port 5432 is let in by no security group",
                "ParameterGroup/Properties/Family | 'aurora-postgresql15' | Cluster: InvalidParameterCombination: The Parameter Group mosaic-prod-aurora-parametergroup",
                "SubnetGroup/Properties/SubnetIds | ['subnet-0123456789abcdef0'] | SubnetGroup: DBSubnetGroupDoesNotCoverEnoughAZs",
                "Writer/Properties/Engine | 'aurora-mysql' | Writer: InvalidParameterCombination: The engine name requested",
                "Writer/Properties/DBClusterIdentifier | 'another' | Writer: DBClusterNotFoundFault: DBCluster another not found",
            })
    void whatCannotBeMadeFailsTheStackWithItsReason(String place, String value, String reason) {
        var sky = new TestCloud(Templates.with("/Resources/" + place, value));
        sky.aurora();

        assertThat(sky.stackStatus(AURORA)).isEqualTo("CREATE_FAILED");
        assertThat(sky.stackReason(AURORA)).startsWith(reason);
    }

    @Test
    void aWriterThatDoesNotWaitForItsClusterComesTooEarly() {
        var sky =
                new TestCloud(
                        Templates.with(
                                WRITERS + "DBClusterIdentifier", "{'Ref': 'ClusterIdentifier'}"));
        sky.aurora();

        assertThat(sky.stackReason(AURORA))
                .isEqualTo(
                        "Writer: InvalidDBClusterStateFault: mosaic-prod-aurora is not available");
    }

    @Test
    void aClusterWithoutDeletionProtectionShows() {
        assertThat(cluster(Templates.deployed()).deletionProtected()).isTrue();
        assertThat(cluster(Templates.without(CLUSTER + "DeletionProtection")).deletionProtected())
                .isFalse();
        assertThat(cluster(Templates.with(CLUSTER + "DeletionProtection", "false")))
                .extracting(Cluster::deletionProtected)
                .isEqualTo(false);
    }

    @Test
    void aParameterThatIsTakenOutIsNotSet() {
        assertThat(started(Templates.without(PARAMETERS + "statement_timeout")))
                .doesNotContain("statement_timeout");
        assertThat(started(Templates.without(PARAMETERS + "max_connections")))
                .contains("max_connections=450");
        assertThat(started(Templates.without(PARAMETERS + "rds.logical_replication")))
                .contains("wal_level=replica");
        assertThat(started(Templates.without(CLUSTER + "DBClusterParameterGroupName")))
                .isEqualTo("start at 25432 with {max_connections=450, wal_level=replica}");
    }

    @Test
    void aParameterOfPostgresThatIsNewIsSet() {
        assertThat(started(Templates.with(PARAMETERS + "lock_timeout", "'7000'")))
                .contains("lock_timeout=7000");
    }

    @Test
    void theNamesAreTheTemplates() {
        var sky =
                new TestCloud(
                        Templates.with(
                                WRITERS + "DBInstanceIdentifier",
                                "{'Fn::Sub': '${ClusterIdentifier}-one'}"));
        sky.aurora();

        assertThat(sky.instanceStatus(AURORA + "-one")).isEqualTo("available");
        assertThat(sky.instanceStatus(WRITER)).isEqualTo("none");
    }

    @Test
    void minorUpgradesAreTheTemplates() {
        assertThat(writer(Templates.deployed()).minorUpgradesAutomatic()).isTrue();
        assertThat(writer(Templates.with(WRITERS + "AutoMinorVersionUpgrade", "false")))
                .extracting(DatabaseInstance::minorUpgradesAutomatic)
                .isEqualTo(false);
    }

    @Test
    void aKeyEncryptsWhereTheSnapshotIsNotAndNothingElseDoes() {
        var key = Map.of("KmsKeyArn", "arn:aws:kms:us-east-1:123456789012:key/mrk-0");

        assertThat(ofUnencrypted(new TestCloud(), Map.of()))
                .extracting(Cluster::encrypted)
                .isEqualTo(false);
        assertThat(ofUnencrypted(new TestCloud(), key))
                .extracting(Cluster::encrypted)
                .isEqualTo(true);
        assertThat(cluster(Templates.without(CLUSTER + "StorageEncrypted")).encrypted()).isTrue();
    }

    @Test
    void aKeyNeedsEncryptedStorage() {
        var sky = new TestCloud(Templates.without(CLUSTER + "StorageEncrypted"));
        var arn = sky.snapshot("first").arn();
        sky.cloud
                .stacks()
                .create(
                        order(
                                AURORA,
                                "token-1",
                                Map.of("SnapshotArn", arn, "KmsKeyArn", "arn:of:a:key")));
        sky.settle();

        assertThat(sky.stackReason(AURORA)).contains("KmsKeyId needs StorageEncrypted");
    }

    private static Cluster ofUnencrypted(TestCloud sky, Map<String, String> changes) {
        sky.cloud.instances().become(TestCloud.unencrypted());
        var arn = sky.snapshot("first").arn();
        var order = order(AURORA, "token-1", changes).parameters();
        var all = new TreeMap<>(order);
        all.put("SnapshotArn", arn);
        sky.cloud.stacks().create(order(AURORA, "token-1", all));
        sky.settle();
        return sky.cloud.clusters().find(AURORA).orElseThrow();
    }

    private static Cluster cluster(Template template) {
        var sky = new TestCloud(template);
        sky.aurora();
        return sky.cloud.clusters().find(AURORA).orElseThrow();
    }

    private static DatabaseInstance writer(Template template) {
        var sky = new TestCloud(template);
        sky.aurora();
        return sky.cloud.instances().find(WRITER).orElseThrow();
    }

    private static String started(Template template) {
        var sky = new TestCloud(template);
        sky.aurora();
        return sky.park.done.getLast();
    }
}
