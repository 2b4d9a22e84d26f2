package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.cloud.template.ServerParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Parameter groups and security groups, by their physical names. The caller locks.
final class Groups {
    private final Map<String, ParameterGroup> parameterGroups = new HashMap<>();
    private final Map<String, List<Opening>> securityGroups = new HashMap<>();

    /// What a cluster's servers are started with, and which engine that is for.
    private record ParameterGroup(String family, SortedMap<String, String> parameters) {}

    /// Ports that connections may come to.
    private record Opening(int from, int to) {}

    void makeParameterGroup(String name, ObjectNode properties) {
        var parameters = new TreeMap<String, String>();
        properties
                .path("Parameters")
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
        parameterGroups.put(
                name, new ParameterGroup(properties.path("Family").asText(), parameters));
    }

    void makeSecurityGroup(String name, ObjectNode properties) {
        var openings = new ArrayList<Opening>();
        for (var rule : properties.path("SecurityGroupIngress")) {
            if (rule.path("IpProtocol").asText().equals("tcp")) {
                openings.add(
                        new Opening(rule.path("FromPort").asInt(), rule.path("ToPort").asInt()));
            }
        }
        securityGroups.put(name, openings);
    }

    /// A subnet group needs subnets in two availability zones
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html>).
    static void checkSubnets(ObjectNode properties) {
        if (properties.path("SubnetIds").size() < 2) {
            throw new Refused(
                    "DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Add subnets to cover at least 2 AZs.");
        }
    }

    void checkFor(ClusterWish wish) {
        wish.parameterGroup().ifPresent(name -> checkFamily(wish, name));
        var isOpen =
                wish.securityGroups().stream()
                        .flatMap(name -> securityGroups.getOrDefault(name, List.of()).stream())
                        .anyMatch(one -> one.from() <= wish.port() && wish.port() <= one.to());
        if (!isOpen) {
            // AWS would make it all the same, and nobody would ever get a connection.
            throw new Refused(
                    "port %d is let in by no security group of the cluster: nobody would reach it"
                            .formatted(wish.port()));
        }
    }

    private void checkFamily(ClusterWish wish, String name) {
        var group = Optional.ofNullable(parameterGroups.get(name));
        var family = group.map(ParameterGroup::family).orElse("none");
        var wanted = wish.engine() + wish.version().replaceFirst("\\..*", "");
        if (!family.equals(wanted)) {
            throw new Refused(
                    ("InvalidParameterCombination: The Parameter Group %s with DBParameterGroupFamily"
                                    + " %s can't be used for this instance. Please use a Parameter"
                                    + " Group with DBParameterGroupFamily %s")
                            .formatted(name, family, wanted));
        }
    }

    /// In PostgreSQL's own names.
    SortedMap<String, String> serverParameters(Optional<String> parameterGroup) {
        return ServerParameters.of(
                parameterGroup
                        .map(parameterGroups::get)
                        .map(ParameterGroup::parameters)
                        .orElseGet(TreeMap::new));
    }
}
