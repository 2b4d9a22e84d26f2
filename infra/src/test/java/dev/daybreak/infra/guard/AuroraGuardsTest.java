package dev.daybreak.infra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each guard is taken through its fall.
class AuroraGuardsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path TEMPLATES = Path.of("templates");
    private static final String GROUP = "/Resources/SecurityGroup/Properties/";
    private static final String RULE =
            "{'CidrIp': %s, 'FromPort': %d, 'ToPort': %d, 'IpProtocol': 'tcp'}";

    @ParameterizedTest
    @ValueSource(
            strings = {"aurora-from-snapshot.template.json", "aurora-from-replica.template.json"})
    void whatIsDeployedPassesEveryGuard(String file) throws IOException {
        assertThat(AuroraGuards.problems(read(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Resources/Cluster/Properties/SnapshotIdentifier | 'arn:of:one' | Cluster: its data come from no parameter: an update that forgets them replaces it",
                "/Resources/Cluster/Properties/SnapshotIdentifier | {'Ref': 'Another'} | Cluster: its data come from no parameter: an update that forgets them replaces it",
                "/Resources/Cluster/Properties/DBClusterIdentifier | 'mosaic' | Cluster: its identifier is not the one that people chose",
                "/Resources/Cluster/DeletionPolicy | 'Delete' | Cluster: it is not retained",
                "/Resources/Cluster/UpdateReplacePolicy | 'Snapshot' | Cluster: it is not retained",
                "/Resources/Writer/DeletionPolicy | 'Delete' | Writer: it is not retained",
                "/Resources/Cluster/Properties/DeletionProtection | false | Cluster: it is not protected from deletion by default",
                "/Parameters/DeletionProtection/Default | 'false' | Cluster: it is not protected from deletion by default",
                "/Resources/Cluster/Properties/StorageEncrypted | false | Cluster: its storage is not encrypted",
                "/Resources/Writer/Properties/PubliclyAccessible | true | Writer: the database is public",
                "/Resources/Secret | {'Type': 'AWS::SecretsManager::Secret'} | Secret: a stack of the cluster's has nothing to do with a secret",
                "/Resources/ParameterGroup/Properties/Parameters/rds.logical_replication | '0' | ParameterGroup: without rds.logical_replication the way back needs a restart",
                "/Resources/ParameterGroup/Properties/Parameters/work_mem | '64MB' | ParameterGroup: it sets what Aurora sizes itself",
            })
    void findsWhatWasChanged(String place, String value, String problem) throws IOException {
        assertThat(AuroraGuards.problems(with(place, value))).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "/Resources/Cluster/Properties/SnapshotIdentifier, Cluster: its data come from no parameter",
        "/Parameters/SnapshotArn, Cluster: its data come from no parameter",
        "/Resources/Cluster/DeletionPolicy, Cluster: it is not retained",
        "/Resources/Writer/UpdateReplacePolicy, Writer: it is not retained",
        "/Resources/Cluster/Properties/DeletionProtection, Cluster: it is not protected",
        "/Resources/Cluster/Properties/StorageEncrypted, Cluster: its storage is not encrypted",
        "/Resources/Writer/Properties/PubliclyAccessible, Writer: the database is public",
        "/Resources/SecurityGroup/Properties/SecurityGroupEgress, SecurityGroup: something gets out",
        "/Resources/Cluster, there is no AWS::RDS::DBCluster",
        "/Resources/SecurityGroup, there is no AWS::EC2::SecurityGroup",
    })
    void findsWhatWasTakenOut(String place, String problem) throws IOException {
        var template = deployed();
        parent(template, place).remove(name(place));

        assertThat(AuroraGuards.problems(template))
                .anySatisfy(found -> assertThat(found).startsWith(problem));
    }

    @Test
    void findsAnotherLogicalId() throws IOException {
        var template = deployed();
        var resources = (ObjectNode) template.path("Resources");
        resources.set("Database", resources.remove("Cluster"));
        resources.set("Instance", resources.remove("Writer"));

        assertThat(AuroraGuards.problems(template))
                .containsExactly(
                        "Database: the stack policy is for Cluster",
                        "Instance: the stack policy is for Writer");
    }

    @Test
    void findsAPortThatIsOpenToMoreThanTheVpc() throws IOException {
        for (var rule :
                List.of(
                        RULE.formatted("'0.0.0.0/0'", 5432, 5432),
                        RULE.formatted("{'Ref': 'VpcId'}", 5432, 5432),
                        RULE.formatted("{'Ref': 'VpcCidr'}", 0, 65_535),
                        "{'CidrIpv6': '::/0', 'FromPort': 5432, 'ToPort': 5432}")) {
            assertThat(
                            AuroraGuards.problems(
                                    with(GROUP + "SecurityGroupIngress", "[" + rule + "]")))
                    .containsExactly(
                            "SecurityGroup: more than the VPC gets in, or to more than the cluster's port");
        }
        assertThat(
                        AuroraGuards.problems(
                                with(
                                        "/Resources/Beside",
                                        "{'Type': 'AWS::EC2::SecurityGroupIngress'}")))
                .hasSize(1);
    }

    @Test
    void findsAWayOut() throws IOException {
        var rule = RULE.formatted("'0.0.0.0/0'", 443, 443);

        assertThat(AuroraGuards.problems(with(GROUP + "SecurityGroupEgress", "[" + rule + "]")))
                .containsExactly("SecurityGroup: something gets out of the cluster's network");
    }

    private static JsonNode deployed() throws IOException {
        return read("aurora-from-snapshot.template.json");
    }

    private static JsonNode read(String file) throws IOException {
        return MAPPER.readTree(TEMPLATES.resolve(file).toFile());
    }

    private static JsonNode with(String place, String value) throws IOException {
        var template = deployed();
        parent(template, place).set(name(place), MAPPER.readTree(value.replace('\'', '"')));
        return template;
    }

    private static ObjectNode parent(JsonNode template, String place) {
        return (ObjectNode) template.at(place.substring(0, place.lastIndexOf('/')));
    }

    private static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
