package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/// A cluster as a template wants it.
///
/// @param snapshot what it is restored from
/// @param parameterGroup and the other groups, by their physical names
record ClusterWish(
        String id,
        String engine,
        String version,
        String snapshot,
        int port,
        boolean deletionProtected,
        boolean storageEncrypted,
        Optional<String> kmsKey,
        Optional<String> parameterGroup,
        String subnetGroup,
        List<String> securityGroups) {
    /// Of an Aurora cluster whose template names none
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html>).
    private static final int DEFAULT_PORT = 3306;

    ClusterWish {
        securityGroups = List.copyOf(securityGroups);
    }

    static ClusterWish of(ObjectNode properties) {
        return new ClusterWish(
                properties.path("DBClusterIdentifier").asText(),
                properties.path("Engine").asText(),
                properties.path("EngineVersion").asText(),
                properties.path("SnapshotIdentifier").asText(),
                properties.path("Port").asInt(DEFAULT_PORT),
                properties.path("DeletionProtection").asBoolean(),
                properties.path("StorageEncrypted").asBoolean(),
                text(properties.path("KmsKeyId")),
                text(properties.path("DBClusterParameterGroupName")),
                properties.path("DBSubnetGroupName").asText(),
                texts(properties.path("VpcSecurityGroupIds")));
    }

    /// The groups that cannot go while the cluster is there.
    Set<String> uses() {
        var uses = new TreeSet<>(securityGroups);
        uses.add(subnetGroup);
        parameterGroup.ifPresent(uses::add);
        return uses;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
