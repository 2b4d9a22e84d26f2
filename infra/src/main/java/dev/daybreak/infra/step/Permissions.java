package dev.daybreak.infra.step;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What the ports do at AWS, in IAM's words. Which actions know resources:
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html>.
final class Permissions {
    private final Arns arns;

    Permissions(Arns arns) {
        this.arns = arns;
    }

    SecretPermissions secrets() {
        return new SecretPermissions(arns);
    }

    LoginPermissions logins() {
        return new LoginPermissions(arns);
    }

    NotePermissions notes() {
        return new NotePermissions(arns);
    }

    DayPermissions days() {
        return new DayPermissions(arns);
    }

    InstancePermissions instances() {
        return new InstancePermissions(arns);
    }

    StackPermissions stacks() {
        return new StackPermissions(arns);
    }

    /// `Instances.find`.
    List<Permission> instance() {
        return List.of(
                Permission.to(
                        List.of("rds:DescribeDBInstances", "rds:DescribePendingMaintenanceActions"),
                        arns.instance()));
    }

    /// `Clusters.find`.
    List<Permission> cluster() {
        return List.of(
                Permission.to(List.of("rds:DescribeDBClusters"), arns.cluster()),
                Permission.to(List.of("rds:DescribeDBInstances"), arns.instances())
                        .because(
                                "A cluster's members are found by a filter, which IAM sees as a look at every instance"));
    }

    /// `Clusters.versions`.
    List<Permission> versions() {
        return List.of(
                Permission.to(List.of("rds:DescribeDBEngineVersions"), "*")
                        .because("A version is no resource of the account"));
    }

    /// `Instances.freeStorageBytes`.
    List<Permission> metrics() {
        return List.of(
                Permission.to(List.of("cloudwatch:GetMetricStatistics"), "*")
                        .because("CloudWatch knows no resources for reading metrics"));
    }

    /// `Snapshots.find`.
    List<Permission> snapshot() {
        return List.of(
                Permission.to(List.of("rds:DescribeDBSnapshots"), arns.snapshots())
                        .because("Snapshots are named after the execution"));
    }

    /// `Snapshots.take`.
    List<Permission> takeSnapshot() {
        return List.of(
                Permission.to(
                                List.of("rds:AddTagsToResource", "rds:CreateDBSnapshot"),
                                arns.instance(),
                                arns.snapshots())
                        .because("Snapshots are named after the execution"));
    }

    /// `Stacks.find`.
    List<Permission> stack() {
        return List.of(
                Permission.to(
                                List.of(
                                        "cloudformation:DescribeStackEvents",
                                        "cloudformation:DescribeStacks"),
                                arns.stack())
                        .because("A stack's ARN ends with an id that it gets when it is made"));
    }

    /// `Stacks.create`: with tags, with a stack policy, with a template in S3 and a role.
    List<Permission> createStack(String template, String role) {
        return List.of(
                Permission.to(
                                List.of(
                                        "cloudformation:CreateStack",
                                        "cloudformation:SetStackPolicy",
                                        "cloudformation:TagResource"),
                                arns.stack())
                        .because("A stack's ARN ends with an id that it gets when it is made"),
                Permission.to(List.of("iam:PassRole"), role)
                        .when(
                                "StringEquals",
                                "iam:PassedToService",
                                "cloudformation.amazonaws.com"),
                Permission.to(List.of("s3:GetObject"), template));
    }

    /// `Clusters.unprotect`, `deleteMember`, `delete` and `Stacks.delete`.
    List<Permission> removeCluster() {
        return List.of(
                Permission.to(
                        List.of("rds:DeleteDBCluster", "rds:ModifyDBCluster"), arns.cluster()),
                Permission.to(List.of("rds:DeleteDBInstance"), arns.writer()),
                Permission.to(List.of("cloudformation:DeleteStack"), arns.stack())
                        .because("A stack's ARN ends with an id that it gets when it is made"));
    }

    /// `Alerts.send`.
    List<Permission> publish(Deployed deployed) {
        return List.of(
                Permission.to(List.of("sns:Publish"), deployed.topic()),
                Permission.to(List.of("kms:Decrypt", "kms:GenerateDataKey"), deployed.topicKey()));
    }

    /// Lambda itself sends there, as the function, what the function failed at.
    List<Permission> send(String queue) {
        return List.of(Permission.to(List.of("sqs:SendMessage"), queue));
    }

    /// The Kubernetes API's address; everything else there is up to Kubernetes.
    List<Permission> kubernetes() {
        return List.of(Permission.to(List.of("eks:DescribeCluster"), arns.kubernetes()));
    }

    /// `Permissions.missing`.
    List<Permission> simulate(List<String> roles, String builder) {
        var all = Stream.concat(roles.stream(), Stream.of(builder));
        return List.of(
                Permission.to(List.of("iam:SimulatePrincipalPolicy"), all.toArray(String[]::new)));
    }

    @SafeVarargs
    static List<Permission> all(List<Permission>... parts) {
        var all = new LinkedHashSet<Permission>();
        for (var part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
