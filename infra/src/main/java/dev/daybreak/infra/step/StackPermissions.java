package dev.daybreak.infra.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `Stacks` and `StackChanges` do at AWS when the old stack hands over what is the
/// application's. Without an old stack in the settings there is none to be looked at.
final class StackPermissions {
    private static final String ID = "A stack's ARN ends with an id that it gets when it is made";

    private final Optional<String> old;
    private final String aurora;
    private final String bootstrap;

    StackPermissions(Arns arns) {
        this.old = arns.oldStack();
        this.aurora = arns.stack();
        this.bootstrap = arns.bootstrapVersion();
    }

    /// `Stacks.find`.
    List<Permission> old() {
        return old("DescribeStackEvents", "DescribeStacks");
    }

    /// `StackChanges.template`.
    List<Permission> oldTemplate() {
        return old("GetTemplate");
    }

    /// `StackChanges.resources`.
    List<Permission> oldResources() {
        return old("ListStackResources");
    }

    /// `StackChanges.update`, which repeats the parameters. CloudFormation acts with the role that
    /// the stack has; without one, as the function.
    List<Permission> updateOld() {
        return Permissions.all(old("DescribeStacks", "UpdateStack"), bootstrapVersion());
    }

    /// `Stacks.delete`.
    List<Permission> deleteOld() {
        return old("DeleteStack");
    }

    /// `StackChanges.template`, of Aurora's stack.
    List<Permission> template() {
        return aurora("GetTemplate");
    }

    /// `StackChanges.plan`.
    List<Permission> plan() {
        return aurora("CreateChangeSet", "DescribeStacks");
    }

    /// `StackChanges.look`.
    List<Permission> look() {
        return aurora("DescribeChangeSet");
    }

    /// `StackChanges.execute` and `resources`.
    List<Permission> execute() {
        return aurora("ExecuteChangeSet", "ListStackResources");
    }

    /// CloudFormation reads as its caller the parameters that a stack takes from Parameter Store;
    /// the stacks of the CDK take this one
    /// (<https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html>).
    private List<Permission> bootstrapVersion() {
        return old
                .map(
                        _ ->
                                Permission.to(List.of("ssm:GetParameters"), bootstrap)
                                        .because(
                                                "The CDK's bootstrap has a qualifier that only the stack knows"))
                .stream()
                .toList();
    }

    private List<Permission> old(String... actions) {
        return old.map(arn -> to(arn, actions)).stream().toList();
    }

    private List<Permission> aurora(String... actions) {
        return List.of(to(aurora, actions));
    }

    private static Permission to(String arn, String... actions) {
        return Permission.to(Stream.of(actions).map("cloudformation:"::concat).toList(), arn)
                .because(ID);
    }
}
