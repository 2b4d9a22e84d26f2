package dev.daybreak.rehearsal.cloud.template;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Every property of a type of resource that a rehearsal knows: they are taken from the template,
/// or are without a meaning here.
///
/// @param required without one CloudFormation makes nothing, or nothing that can be played
/// @param meaningless on one machine, by name: the reason
/// @param attributes what `Fn::GetAtt` may ask for
record Known(
        Set<String> required,
        Set<String> optional,
        Map<String, String> meaningless,
        Set<String> attributes) {
    private static final Known SECURITY_GROUP =
            new Known(
                    Set.of("GroupDescription", "SecurityGroupIngress"),
                    Set.of(),
                    Map.of(
                            "GroupDescription", "words for people",
                            "SecurityGroupEgress", "no server here calls anybody",
                            "VpcId", "one machine is one network"),
                    Set.of("GroupId"));

    private static final Known PARAMETER_GROUP =
            new Known(
                    Set.of("Description", "Family", "Parameters"),
                    Set.of(),
                    Map.of("Description", "words for people"),
                    Set.of());

    private static final Known SUBNET_GROUP =
            new Known(
                    Set.of("DBSubnetGroupDescription", "SubnetIds"),
                    Set.of(),
                    Map.of("DBSubnetGroupDescription", "words for people"),
                    Set.of());

    private static final Known CLUSTER =
            new Known(
                    Set.of(
                            "DBClusterIdentifier",
                            "DBSubnetGroupName",
                            "Engine",
                            "EngineVersion",
                            "SnapshotIdentifier"),
                    Set.of(
                            "DBClusterParameterGroupName",
                            "DeletionProtection",
                            "KmsKeyId",
                            "Port",
                            "StorageEncrypted",
                            "VpcSecurityGroupIds"),
                    Map.of(
                            "BackupRetentionPeriod", "nothing here lives for days",
                            "CopyTagsToSnapshot", "nobody takes a snapshot of the cluster",
                            "EnableCloudwatchLogsExports", "there is no CloudWatch Logs",
                            "PreferredBackupWindow", "no backup is taken",
                            "PreferredMaintenanceWindow", "nobody maintains it"),
                    Set.of("Endpoint.Address", "Endpoint.Port"));

    private static final Known INSTANCE =
            new Known(
                    Set.of(
                            "DBClusterIdentifier",
                            "DBInstanceClass",
                            "DBInstanceIdentifier",
                            "Engine",
                            "PubliclyAccessible"),
                    Set.of("AutoMinorVersionUpgrade"),
                    Map.of(
                            "DBInstanceClass", "a server here is as large as the machine",
                            "PromotionTier", "one instance: there is nobody else to promote"),
                    Set.of());

    Known {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
        meaningless = Map.copyOf(meaningless);
        attributes = Set.copyOf(attributes);
    }

    static Known of(ResourceType type) {
        return switch (type) {
            case SECURITY_GROUP -> SECURITY_GROUP;
            case PARAMETER_GROUP -> PARAMETER_GROUP;
            case SUBNET_GROUP -> SUBNET_GROUP;
            case CLUSTER -> CLUSTER;
            case INSTANCE -> INSTANCE;
        };
    }

    static void check(ResourceType type, Spot properties) {
        var known = of(type);
        var names = new HashSet<>(known.meaningless.keySet());
        names.addAll(known.required);
        names.addAll(known.optional);
        properties.refuseAllBut(names);
        properties.demand(known.required);
        switch (type) {
            case SECURITY_GROUP -> checkRules(properties);
            case INSTANCE -> checkPrivate(properties.at("PubliclyAccessible"));
            case PARAMETER_GROUP ->
                    properties.at("Parameters").fields().forEach(Known::checkParameter);
            case SUBNET_GROUP, CLUSTER -> {}
        }
    }

    /// PostgreSQL takes any name with a dot in it and does nothing with it.
    private static void checkParameter(Map.Entry<String, Spot> parameter) {
        var name = parameter.getKey();
        if (name.contains(".") && !ServerParameters.OF_AWS.contains(name)) {
            parameter.getValue().problem("a rehearsal does not know the parameter " + name);
        }
    }

    private static void checkRules(Spot properties) {
        for (var rules : Set.of("SecurityGroupIngress", "SecurityGroupEgress")) {
            if (properties.has(rules)) {
                properties.at(rules).elements().forEach(Known::checkRule);
            }
        }
    }

    private static void checkRule(Spot rule) {
        var known = Set.of("CidrIp", "Description", "FromPort", "IpProtocol", "ToPort");
        rule.refuseAllBut(known);
        rule.demand(Set.of("CidrIp", "FromPort", "IpProtocol", "ToPort"));
    }

    private static void checkPrivate(Spot publiclyAccessible) {
        if (!publiclyAccessible.node().asText().equals("false")) {
            publiclyAccessible.problem("a database that the internet reaches is not played");
        }
    }
}
