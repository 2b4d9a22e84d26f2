package dev.daybreak.rehearsal.cloud.template;

import java.util.Arrays;
import java.util.Optional;

/// The types of resources that a rehearsal plays.
public enum ResourceType {
    SECURITY_GROUP("AWS::EC2::SecurityGroup"),
    PARAMETER_GROUP("AWS::RDS::DBClusterParameterGroup"),
    SUBNET_GROUP("AWS::RDS::DBSubnetGroup"),
    CLUSTER("AWS::RDS::DBCluster"),
    INSTANCE("AWS::RDS::DBInstance");

    private final String awsName;

    ResourceType(String awsName) {
        this.awsName = awsName;
    }

    static Optional<ResourceType> named(String awsName) {
        return Arrays.stream(values()).filter(type -> type.awsName.equals(awsName)).findFirst();
    }

    public String awsName() {
        return awsName;
    }
}
