package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Arns;
import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// What CloudFormation may do with the application's secret and role when Aurora's stack imports
/// them: read and tag them
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html>).
/// Nothing lets it write the secret or the role.
final class Inheritance {
    private Inheritance() {}

    /// Nothing where no old stack is named that could own them.
    static List<PolicyStatement> statements(Migration migration) {
        var decommission = migration.decommission();
        if (decommission.oldStack().isEmpty()) {
            return List.of();
        }
        var arns = new Arns(migration);
        var secret =
                allow(
                        List.of(
                                "secretsmanager:DescribeSecret",
                                "secretsmanager:GetSecretValue",
                                "secretsmanager:TagResource"),
                        arns.secret(migration.secret().id()));
        var role =
                decommission.applicationRole().stream()
                        .map(
                                name ->
                                        allow(
                                                List.of(
                                                        "iam:GetRole",
                                                        "iam:GetRolePolicy",
                                                        "iam:ListAttachedRolePolicies",
                                                        "iam:ListRolePolicies",
                                                        "iam:TagRole"),
                                                arns.role(name)));
        return Stream.concat(Stream.of(secret), role).toList();
    }

    private static PolicyStatement allow(List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }
}
