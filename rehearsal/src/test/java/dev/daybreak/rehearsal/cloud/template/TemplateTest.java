package dev.daybreak.rehearsal.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a rehearsal does not know is refused with its place, when the template is read.
class TemplateTest {
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "SnapshotArn", "arn:aws:rds:us-east-1:123456789012:snapshot:first",
                    "ClusterIdentifier", "mosaic",
                    "InstanceClass", "db.t4g.medium",
                    "EngineVersion", "16.15",
                    "VpcId", "vpc-0123456789abcdef0",
                    "VpcCidr", "10.0.0.0/16",
                    "SubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Mappings | {} | a rehearsal does not know Mappings",
                "/Parameters/VpcCidr/MinLength | 3 | a rehearsal does not know MinLength",
                "/Parameters/VpcCidr/Type | 'Number' | a rehearsal does not know the type Number",
                "/Parameters/VpcCidr/AllowedPattern | '(' | is no pattern",
                "/Conditions/HasKmsKey | {'Fn::And': []} | a rehearsal does not know Fn::And as a condition",
                "/Conditions/HasKmsKey | {'Fn::Not': []} | must be a list of 1",
                "/Conditions/HasKmsKey | {'Fn::Equals': ['a']} | must be a list of 2",
                "/Resources/Alarm | {'Type': 'AWS::CloudWatch::Alarm'} | a rehearsal does not know AWS::CloudWatch::Alarm",
                "/Resources/Reader | {'Type': 'AWS::RDS::DBInstance'} | a rehearsal plays one AWS::RDS::DBInstance, not 2",
                "/Resources/Cluster/DependsOn | ['Writer'] | a rehearsal does not know DependsOn",
                "/Resources/Cluster/Condition | 'HasKmsKey' | a rehearsal does not know Condition",
                "/Resources/Cluster/DeletionPolicy | 'Snapshot' | a rehearsal does not know the policy Snapshot",
                "/Resources/Cluster/UpdateReplacePolicy | 'Snapshot' | a rehearsal does not know the policy Snapshot",
                "/Resources/Cluster/Properties/EngineMode | 'serverless' | a rehearsal does not know EngineMode",
                "/Resources/Cluster/Properties/ReplicationSourceIdentifier | 'x' | a rehearsal does not know ReplicationSourceIdentifier",
                "/Resources/Cluster/Properties/Port | {'Fn::FindInMap': []} | a rehearsal does not know Fn::FindInMap",
                "/Resources/Cluster/Properties/Port | {'Ref': 'Nobody'} | there is no Nobody to refer to",
                "/Resources/Cluster/Properties/Port | {'Fn::Sub': '${AWS::Region}'} | there is no AWS::Region to refer to",
                "/Resources/Cluster/Properties/Port | {'Fn::Sub': ['${X}', {}]} | must be a text",
                "/Resources/Cluster/Properties/Port | {'Fn::GetAtt': ['SecurityGroup', 'VpcId']} | a rehearsal knows no VpcId of SecurityGroup",
                "/Resources/Cluster/Properties/Port | {'Fn::GetAtt': ['Nobody', 'GroupId']} | a rehearsal knows no GroupId of Nobody",
                "/Resources/Cluster/Properties/Port | {'Fn::If': ['Never', 1, 2]} | there is no condition Never",
                "/Resources/Cluster/Properties/Port | {'Fn::If': ['HasKmsKey', 1]} | must be a list of 3",
                "/Resources/Cluster/Properties/Port | {'Fn::Select': ['last', []]} | must be a number",
                "/Resources/Cluster/Properties/Port | {'Fn::Join': ['']} | must be a list of 2",
                "/Resources/Cluster/Properties/Port | {'Fn::Split': ['.']} | must be a list of 2",
                "/Resources/Cluster/Properties/Port | {'Ref': 'Writer'} | wait for each other",
                "/Resources/Writer/Properties/PubliclyAccessible | true | a database that the internet reaches is not played",
                "/Resources/Writer/Properties/Tags | [] | a rehearsal does not know Tags",
                "/Resources/ParameterGroup/Properties/Parameters/rds.force_ssl | '1' | a rehearsal does not know the parameter rds.force_ssl",
                "/Resources/ParameterGroup/Properties/Parameters | 'none' | must be an object",
                "/Resources/SecurityGroup/Properties/SecurityGroupIngress | [{'CidrIp': 'x', 'FromPort': 1, 'ToPort': 2, 'IpProtocol': 'tcp', 'SourcePrefixListId': 'pl'}] | a rehearsal does not know SourcePrefixListId",
                "/Resources/SecurityGroup/Properties/SecurityGroupIngress | [{'CidrIp': 'x'}] | FromPort is missing",
                "/Resources/SecurityGroup/Properties/SecurityGroupEgress | {} | must be a list",
                "/Outputs/Port/Condition | 'HasKmsKey' | a rehearsal does not know Condition",
                "/Outputs/Port/Export | {} | Name is missing",
                "/Outputs/Port | {} | Value is missing",
            })
    void whatIsNotKnownIsRefusedWithItsPlace(String place, String value, String says) {
        assertThatExceptionOfType(RefusedTemplate.class)
                .isThrownBy(() -> Templates.with(place, value))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .anySatisfy(
                                                one ->
                                                        assertThat(one)
                                                                .startsWith(section(place))
                                                                .contains(says)));
    }

    /// Some problems are of the whole section.
    private static String section(String place) {
        return place.substring(0, (place + "/").indexOf('/', 1));
    }

    @ParameterizedTest
    @CsvSource({
        "/Resources/Cluster/DeletionPolicy, DeletionPolicy is missing",
        "/Resources/Cluster/UpdateReplacePolicy, UpdateReplacePolicy is missing",
        "/Resources/Cluster/Properties/SnapshotIdentifier, SnapshotIdentifier is missing",
        "/Resources/Cluster/Properties/Engine, Engine is missing",
        "/Resources/Cluster, 'one AWS::RDS::DBCluster, not 0'",
        "/Resources/Writer/Properties/PubliclyAccessible, PubliclyAccessible is missing",
        "/Resources/Writer/Properties/DBInstanceClass, DBInstanceClass is missing",
        "/Resources/ParameterGroup/Properties, Parameters is missing",
        "/Parameters/VpcId/Type, Type is missing",
        "/Parameters/SnapshotArn, there is no SnapshotArn to refer to",
        "/Conditions/HasKmsKey, there is no condition HasKmsKey",
        "/Resources, Resources is missing",
    })
    void whatIsMissingIsSaid(String place, String says) {
        assertThatExceptionOfType(RefusedTemplate.class)
                .isThrownBy(() -> Templates.without(place))
                .withMessageContaining(says);
    }

    @Test
    void theWayByReplicaIsNotPlayedYet() {
        var replica = Templates.FILE.resolveSibling("aurora-from-replica.template.json");

        assertThatExceptionOfType(RefusedTemplate.class)
                .isThrownBy(() -> Template.load(replica))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .containsExactly(
                                                "/Resources/Cluster/Properties/ReplicationSourceIdentifier: a rehearsal does not know ReplicationSourceIdentifier",
                                                "/Resources/Cluster/Properties: SnapshotIdentifier is missing"));
    }

    @Test
    void everyProblemIsToldAtOnceWithTheFile() {
        assertThatExceptionOfType(RefusedTemplate.class)
                .isThrownBy(() -> Templates.with(Map.of("/Rules", "{}", "/Transform", "'x'")))
                .withMessageContainingAll("spoiled can't be played", "/Rules: ", "/Transform: ");
    }

    @Test
    void aFileThatIsNoneOrNoJsonIsRefused(@TempDir Path folder) throws IOException {
        var broken = Files.writeString(folder.resolve("broken.json"), "{'");

        assertThatExceptionOfType(RefusedTemplate.class)
                .isThrownBy(() -> Template.load(broken))
                .withMessageContainingAll("broken.json", "is no JSON");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Template.load(folder.resolve("none.json")));
        assertThatExceptionOfType(RefusedTemplate.class)
                .isThrownBy(() -> Template.of("x", JsonNodeFactory.instance.arrayNode()))
                .withMessageContaining("/: must be an object");
    }

    @Test
    void functionsComeToWhatCloudFormationMakesOfThem() {
        var template = Templates.deployed();
        var scope = template.open(PARAMETERS);
        var group = resource(template, "ParameterGroup");

        assertThat(scope.properties(group).path("Family").asText())
                .isEqualTo("aurora-postgresql16");
        assertThat(scope.properties(resource(template, "SubnetGroup")).path("SubnetIds"))
                .extracting(one -> one.asText())
                .containsExactly("subnet-0123456789abcdef0", "subnet-0123456789abcdef1");
        made(template, scope);
        assertThat(scope.properties(resource(template, "Cluster")).has("KmsKeyId")).isFalse();
        var writer = scope.properties(resource(template, "Writer"));
        assertThat(writer.path("DBInstanceIdentifier").asText()).isEqualTo("mosaic-writer");
        assertThat(scope.outputs())
                .containsEntry("EstimatedMonthlyCost", "not estimated")
                .containsEntry("SecurityGroupId", "sg-1")
                .hasSize(5);
        assertThat(scope.exports().values()).contains("mosaic-Port", "mosaic-WriterEndpoint");
    }

    @Test
    void resourcesWaitForThoseThatTheyReferTo() {
        var template = Templates.deployed();

        assertThat(template.ready(Set.of()))
                .extracting(Resource::id)
                .containsExactly("ParameterGroup", "SecurityGroup", "SubnetGroup");
        assertThat(resource(template, "Cluster").after())
                .containsExactlyInAnyOrder("ParameterGroup", "SecurityGroup", "SubnetGroup");
        assertThat(resource(template, "Writer").after()).containsExactly("Cluster");
    }

    @Test
    void clusterAndWriterAreRetainedAndNothingElseIs() {
        assertThat(Templates.deployed().resources())
                .filteredOn(Resource::retained)
                .extracting(Resource::id)
                .containsExactly("Cluster", "Writer");
    }

    @Test
    void whatHasNoMeaningHereHasAReason() {
        for (var type : ResourceType.values()) {
            assertThat(Known.of(type).meaningless().values())
                    .isNotEmpty()
                    .noneMatch(String::isBlank);
        }
    }

    private static void made(Template template, Scope scope) {
        for (var one : template.resources()) {
            scope.made(
                    one,
                    Map.of(
                            Scope.REF,
                            one.id(),
                            "GroupId",
                            "sg-1",
                            "Endpoint.Address",
                            "127.0.0.3",
                            "Endpoint.Port",
                            "5432"));
        }
    }

    private static Resource resource(Template template, String id) {
        return template.resources().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
