package dev.daybreak.infra.stack;

import dev.daybreak.infra.aurora.Origin;
import dev.daybreak.infra.step.Arns;
import dev.daybreak.migration.Migration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/// What the workflow hands to CloudFormation to make the Aurora stack: the template, and a role
/// that can make nothing else. It has no right to delete cluster or writer: those are retained.
final class AuroraAsset extends Construct {
    private static final String RDS_REASON =
            "CloudFormation names what it makes after the stack; descriptions are looked up by list";
    private static final String EC2_REASON =
            "A security group has its id only when it is made; it can be made and changed in this VPC only";
    private static final String KMS_REASON =
            "The key of the snapshot is not in the settings; it is used through RDS only";
    private static final String SECRET_REASON =
            "Secrets Manager ends a secret's ARN with six random characters";

    private final Asset template;
    private final Role builder;

    AuroraAsset(Construct scope, Migration migration, Path templates) {
        super(scope, "Aurora");
        this.template =
                Asset.Builder.create(this, "Template")
                        .path(templates.resolve(Origin.SNAPSHOT.file()).toString())
                        .build();
        this.builder =
                Role.Builder.create(this, "Builder")
                        .description(
                                "Daybreak: what CloudFormation may make of the Aurora template")
                        .assumedBy(new ServicePrincipal("cloudformation.amazonaws.com"))
                        .inlinePolicies(
                                Map.of(
                                        "Build",
                                        PolicyDocument.Builder.create()
                                                .statements(everything(migration))
                                                .build()))
                        .build();
        Reasons.accept(
                builder,
                "AwsSolutions-IAM5",
                List.of(RDS_REASON, EC2_REASON, KMS_REASON, SECRET_REASON));
        // Not in the Aurora stack: RDS may write to it again after a trial cluster was removed, and
        // the final stack could not make it a second time.
        LogGroup.Builder.create(this, "PostgresqlLogs")
                .logGroupName(
                        "/aws/rds/cluster/%s/postgresql".formatted(migration.target().cluster()))
                .retention(RetentionDays.ONE_WEEK)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private static List<PolicyStatement> everything(Migration migration) {
        return Stream.of(statements(migration), Inheritance.statements(migration))
                .flatMap(List::stream)
                .toList();
    }

    private static List<PolicyStatement> statements(Migration migration) {
        var arns = new Arns(migration);
        var vpc = arns.ec2("vpc/" + migration.network().vpc());
        return List.of(
                allow(
                        List.of(
                                "rds:AddTagsToResource",
                                "rds:CreateDBInstance",
                                "rds:ListTagsForResource",
                                "rds:ModifyDBCluster",
                                "rds:ModifyDBInstance",
                                "rds:RestoreDBClusterFromSnapshot"),
                        List.of(
                                arns.cluster(),
                                arns.writer(),
                                arns.snapshots(),
                                arns.parameterGroups(),
                                arns.subnetGroups(),
                                arns.rds("pg:default.*"),
                                arns.rds("og:default:*"))),
                allow(
                        List.of(
                                "rds:AddTagsToResource",
                                "rds:CreateDBClusterParameterGroup",
                                "rds:CreateDBSubnetGroup",
                                "rds:DeleteDBClusterParameterGroup",
                                "rds:DeleteDBSubnetGroup",
                                "rds:ListTagsForResource",
                                "rds:ModifyDBClusterParameterGroup",
                                "rds:ModifyDBSubnetGroup",
                                "rds:ResetDBClusterParameterGroup"),
                        List.of(arns.parameterGroups(), arns.subnetGroups())),
                allow(
                        List.of(
                                "ec2:DescribeAccountAttributes",
                                "ec2:DescribeAvailabilityZones",
                                "ec2:DescribeInternetGateways",
                                "ec2:DescribeSecurityGroups",
                                "ec2:DescribeSubnets",
                                "ec2:DescribeVpcAttribute",
                                "ec2:DescribeVpcs",
                                "rds:DescribeDBClusterParameterGroups",
                                "rds:DescribeDBClusterParameters",
                                "rds:DescribeDBClusters",
                                "rds:DescribeDBInstances",
                                "rds:DescribeDBSubnetGroups",
                                "rds:DescribeEngineDefaultClusterParameters"),
                        List.of("*")),
                allow(List.of("ec2:CreateSecurityGroup"), List.of(vpc)),
                allow(
                        List.of("ec2:CreateSecurityGroup", "ec2:CreateTags"),
                        List.of(arns.ec2("security-group/*"))),
                within(
                        vpc,
                        List.of(
                                "ec2:AuthorizeSecurityGroupEgress",
                                "ec2:AuthorizeSecurityGroupIngress",
                                "ec2:DeleteSecurityGroup",
                                "ec2:RevokeSecurityGroupEgress",
                                "ec2:RevokeSecurityGroupIngress"),
                        arns.ec2("security-group/*")),
                keys(arns));
    }

    private static PolicyStatement allow(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create().actions(actions).resources(resources).build();
    }

    private static PolicyStatement within(String vpc, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resource))
                .conditions(Map.of("ArnEquals", Map.of("ec2:Vpc", vpc)))
                .build();
    }

    private static PolicyStatement keys(Arns arns) {
        return PolicyStatement.Builder.create()
                .actions(
                        List.of(
                                "kms:CreateGrant",
                                "kms:Decrypt",
                                "kms:DescribeKey",
                                "kms:GenerateDataKey"))
                .resources(List.of(arns.keys()))
                .conditions(Map.of("StringEquals", Map.of("kms:ViaService", Arns.via("rds"))))
                .build();
    }

    Asset template() {
        return template;
    }

    /// The ARN of the template's object.
    String object() {
        return template.getBucket().arnForObjects(template.getS3ObjectKey());
    }

    Role builder() {
        return builder;
    }
}
