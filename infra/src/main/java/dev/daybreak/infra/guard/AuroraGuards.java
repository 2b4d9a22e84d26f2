package dev.daybreak.infra.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// What must hold for an Aurora stack whatever is changed in it: the data outlive every update and
/// every deletion, and nobody outside of the VPC gets near them.
public final class AuroraGuards {
    private static final String CLUSTER = "AWS::RDS::DBCluster";
    private static final String INSTANCE = "AWS::RDS::DBInstance";
    private static final String SECURITY_GROUP = "AWS::EC2::SecurityGroup";
    private static final String PARAMETER_GROUP = "AWS::RDS::DBClusterParameterGroup";

    /// The stack policy protects these logical ids.
    static final Map<String, String> IDS = Map.of(CLUSTER, "Cluster", INSTANCE, "Writer");

    /// Properties that say where the data come from, and the parameters that they must be.
    private static final Map<String, String> ORIGINS =
            Map.of("SnapshotIdentifier", "SnapshotArn", "ReplicationSourceIdentifier", "SourceArn");

    /// Aurora sizes these itself.
    private static final Set<String> AURORAS_OWN =
            Set.of(
                    "shared_buffers",
                    "effective_cache_size",
                    "maintenance_work_mem",
                    "work_mem",
                    "wal_buffers",
                    "checkpoint_completion_target");

    private static final String NOBODY = "255.255.255.255/32";

    /// @param type of the resources that it is about, or a service: all types of it
    /// @param isBroken by a resource of the template
    private record Rule(String type, BiPredicate<Resource, JsonNode> isBroken, String problem) {
        Stream<String> problems(JsonNode template) {
            return resources(template)
                    .filter(one -> one.type().equals(type) || one.type().startsWith(type + "::"))
                    .filter(one -> isBroken.test(one, template))
                    .map(one -> one.id() + ": " + problem);
        }
    }

    private record Resource(String id, JsonNode node) {
        String type() {
            return node.path("Type").asText();
        }

        JsonNode property(String name) {
            return node.path("Properties").path(name);
        }

        boolean isParameter(String property, String parameter, JsonNode template) {
            return property(property).path("Ref").asText().equals(parameter)
                    && template.path("Parameters").has(parameter);
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            CLUSTER,
                            (one, template) -> !comesFromAParameter(one, template),
                            "its data come from no parameter: an update that forgets them replaces it"),
                    new Rule(
                            CLUSTER, (one, _) -> isRenamed(one), "the stack policy is for Cluster"),
                    new Rule(
                            INSTANCE, (one, _) -> isRenamed(one), "the stack policy is for Writer"),
                    new Rule(
                            CLUSTER,
                            (one, template) ->
                                    !one.isParameter(
                                            "DBClusterIdentifier", "ClusterIdentifier", template),
                            "its identifier is not the one that people chose"),
                    new Rule(CLUSTER, (one, _) -> isLost(one), "it is not retained"),
                    new Rule(INSTANCE, (one, _) -> isLost(one), "it is not retained"),
                    new Rule(
                            CLUSTER,
                            AuroraGuards::isUnprotected,
                            "it is not protected from deletion by default"),
                    new Rule(
                            CLUSTER,
                            (one, _) -> !one.property("StorageEncrypted").asBoolean(),
                            "its storage is not encrypted"),
                    new Rule(
                            INSTANCE,
                            (one, _) ->
                                    !one.property("PubliclyAccessible").asText().equals("false"),
                            "the database is public"),
                    new Rule(
                            SECURITY_GROUP,
                            AuroraGuards::isOpen,
                            "more than the VPC gets in, or to more than the cluster's port"),
                    new Rule(
                            SECURITY_GROUP,
                            (one, _) -> letsOut(one),
                            "something gets out of the cluster's network"),
                    new Rule(
                            "AWS::SecretsManager",
                            (_, _) -> true,
                            "a stack of the cluster's has nothing to do with a secret"),
                    new Rule(
                            PARAMETER_GROUP,
                            (one, _) ->
                                    !one.property("Parameters")
                                            .path("rds.logical_replication")
                                            .asText()
                                            .equals("1"),
                            "without rds.logical_replication the way back needs a restart"),
                    new Rule(
                            PARAMETER_GROUP,
                            (one, _) ->
                                    AURORAS_OWN.stream().anyMatch(one.property("Parameters")::has),
                            "it sets what Aurora sizes itself"));

    private AuroraGuards() {}

    /// Every problem there is, with the resource's logical id; none where all is well.
    public static List<String> problems(JsonNode template) {
        var missing =
                Stream.of(CLUSTER, INSTANCE, SECURITY_GROUP, PARAMETER_GROUP)
                        .filter(
                                type ->
                                        resources(template)
                                                .noneMatch(one -> one.type().equals(type)))
                        .map("there is no %s"::formatted);
        var broken = RULES.stream().flatMap(rule -> rule.problems(template));
        return Stream.concat(missing, broken).toList();
    }

    private static Stream<Resource> resources(JsonNode template) {
        return template.path("Resources").properties().stream()
                .map(one -> new Resource(one.getKey(), one.getValue()));
    }

    private static boolean comesFromAParameter(Resource cluster, JsonNode template) {
        return ORIGINS.entrySet().stream()
                .filter(origin -> !cluster.property(origin.getKey()).isMissingNode())
                .map(origin -> cluster.isParameter(origin.getKey(), origin.getValue(), template))
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }

    private static boolean isRenamed(Resource one) {
        return !one.id().equals(IDS.get(one.type()));
    }

    private static boolean isLost(Resource one) {
        return Stream.of("DeletionPolicy", "UpdateReplacePolicy")
                .anyMatch(policy -> !one.node().path(policy).asText().equals("Retain"));
    }

    private static boolean isUnprotected(Resource cluster, JsonNode template) {
        return !cluster.isParameter("DeletionProtection", "DeletionProtection", template)
                || template.at("/Parameters/DeletionProtection/Default").asText().equals("false");
    }

    private static boolean isOpen(Resource group, JsonNode template) {
        var port =
                resources(template)
                        .filter(one -> one.type().equals(CLUSTER))
                        .map(one -> one.property("Port").asText())
                        .findFirst()
                        .orElse("");
        return resources(template).anyMatch(one -> one.type().equals(SECURITY_GROUP + "Ingress"))
                || group.property("SecurityGroupIngress")
                        .valueStream()
                        .anyMatch(rule -> !isOfTheVpc(rule, port));
    }

    private static boolean isOfTheVpc(JsonNode rule, String port) {
        return rule.path("CidrIp").path("Ref").asText().equals("VpcCidr")
                && !rule.has("CidrIpv6")
                && rule.path("FromPort").asText().equals(port)
                && rule.path("ToPort").asText().equals(port);
    }

    /// Without any rule EC2 lets everything out.
    private static boolean letsOut(Resource group) {
        var rules = group.property("SecurityGroupEgress");
        return rules.isEmpty()
                || rules.valueStream()
                        .anyMatch(rule -> !rule.path("CidrIp").asText().equals(NOBODY));
    }
}
