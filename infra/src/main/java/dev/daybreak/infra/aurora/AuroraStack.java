package dev.daybreak.infra.aurora;

import dev.daybreak.stack.AuroraParameters;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup.EgressProperty;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup.IngressProperty;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBClusterParameterGroup;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.constructs.Construct;

/// The Aurora cluster with its writer, in a stack of its own. Everything that differs from one
/// migration to the next is a parameter. The resources are CloudFormation's own: the construct
/// library's cluster from a snapshot makes a secret with a wrong password, and can write the new
/// host into a live one.
public final class AuroraStack extends Stack {
    /// Logical ids that no update may replace or delete; the stack policy names them.
    public static final List<String> KEPT = List.of("Cluster", "Writer");

    private static final String ENGINE = "aurora-postgresql";
    private static final int PORT = 5432;
    private static final int BACKUP_DAYS = 7;

    private final Parameters parameters;

    /// @param defaults of parameters, for who deploys the stack by hand; none in the template that
    ///   the workflow hands to CloudFormation
    public AuroraStack(Construct scope, String id, Origin origin, Map<String, String> defaults) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("The Aurora PostgreSQL cluster that Daybreak moves to")
                        .synthesizer(
                                DefaultStackSynthesizer.Builder.create()
                                        .generateBootstrapVersionRule(false)
                                        .build())
                        .analyticsReporting(false)
                        .build());
        this.parameters = new Parameters(this, origin, defaults);
        var securityGroup = securityGroup();
        var cluster = cluster(origin, parameterGroup(), subnetGroup(), securityGroup);
        writer(cluster);
        outputs(cluster, securityGroup);
    }

    private CfnSecurityGroup securityGroup() {
        return CfnSecurityGroup.Builder.create(this, "SecurityGroup")
                .groupDescription("Aurora: PostgreSQL from the VPC, nothing out")
                .vpcId(parameters.ref(AuroraParameters.VPC))
                .securityGroupIngress(
                        List.of(
                                IngressProperty.builder()
                                        .ipProtocol("tcp")
                                        .fromPort(PORT)
                                        .toPort(PORT)
                                        .cidrIp(parameters.ref(AuroraParameters.VPC_CIDR))
                                        .description("PostgreSQL from the VPC")
                                        .build()))
                .securityGroupEgress(List.of(nowhere()))
                .build();
    }

    /// Without a rule EC2 lets everything out; this one leads to no host.
    private static EgressProperty nowhere() {
        return EgressProperty.builder()
                .ipProtocol("icmp")
                .fromPort(252)
                .toPort(86)
                .cidrIp("255.255.255.255/32")
                .description("Nothing out")
                .build();
    }

    private CfnDBClusterParameterGroup parameterGroup() {
        var major = Fn.select(0, Fn.split(".", parameters.ref(AuroraParameters.ENGINE_VERSION)));
        return CfnDBClusterParameterGroup.Builder.create(this, "ParameterGroup")
                .description("Aurora as Daybreak makes it")
                .family(Fn.join("", List.of(ENGINE, major)))
                .parameters(ClusterParameters.ALL)
                .build();
    }

    private CfnDBSubnetGroup subnetGroup() {
        return CfnDBSubnetGroup.Builder.create(this, "SubnetGroup")
                .dbSubnetGroupDescription("Private subnets for Aurora")
                .subnetIds(parameters.list(AuroraParameters.SUBNETS))
                .build();
    }

    private CfnDBCluster cluster(
            Origin origin,
            CfnDBClusterParameterGroup parameterGroup,
            CfnDBSubnetGroup subnetGroup,
            CfnSecurityGroup securityGroup) {
        var cluster =
                CfnDBCluster.Builder.create(this, "Cluster")
                        .engine(ENGINE)
                        .engineVersion(parameters.ref(AuroraParameters.ENGINE_VERSION))
                        .dbClusterIdentifier(parameters.ref(AuroraParameters.CLUSTER))
                        .dbClusterParameterGroupName(parameterGroup.getRef())
                        .dbSubnetGroupName(subnetGroup.getRef())
                        .vpcSecurityGroupIds(List.of(securityGroup.getAttrGroupId()))
                        .port(PORT)
                        .storageEncrypted(true)
                        .kmsKeyId(parameters.kmsKeyIfAny())
                        .backupRetentionPeriod(BACKUP_DAYS)
                        .preferredBackupWindow("03:00-04:00")
                        .preferredMaintenanceWindow("sun:04:00-sun:05:00")
                        .enableCloudwatchLogsExports(List.of("postgresql"))
                        .copyTagsToSnapshot(true);
        switch (origin) {
            case SNAPSHOT -> cluster.snapshotIdentifier(parameters.ref(AuroraParameters.SNAPSHOT));
            case REPLICA ->
                    cluster.replicationSourceIdentifier(parameters.ref(AuroraParameters.SOURCE));
        }
        var built = cluster.build();
        built.addPropertyOverride(
                "DeletionProtection", reference(AuroraParameters.DELETION_PROTECTION));
        return kept(built);
    }

    private void writer(CfnDBCluster cluster) {
        kept(
                CfnDBInstance.Builder.create(this, "Writer")
                        .engine(ENGINE)
                        .dbClusterIdentifier(cluster.getRef())
                        .dbInstanceIdentifier(Fn.sub("${ClusterIdentifier}-writer"))
                        .dbInstanceClass(parameters.ref(AuroraParameters.INSTANCE_CLASS))
                        .publiclyAccessible(false)
                        .autoMinorVersionUpgrade(true)
                        .promotionTier(0)
                        .build());
    }

    private static <R extends CfnResource> R kept(R resource) {
        resource.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN);
        resource.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        return resource;
    }

    private void outputs(CfnDBCluster cluster, CfnSecurityGroup securityGroup) {
        output("WriterEndpoint", cluster.getAttrEndpointAddress());
        output("Port", cluster.getAttrEndpointPort());
        output("ClusterId", cluster.getRef());
        output("SecurityGroupId", securityGroup.getAttrGroupId());
        output("EstimatedMonthlyCost", parameters.ref(AuroraParameters.MONTHLY_COST));
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name + "Output")
                .value(value)
                .exportName(Fn.sub("${ClusterIdentifier}-" + name))
                .build()
                .overrideLogicalId(name);
    }

    private static Map<String, String> reference(String parameter) {
        return Map.of("Ref", parameter);
    }
}
