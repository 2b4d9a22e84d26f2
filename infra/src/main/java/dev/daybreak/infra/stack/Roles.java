package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Permission;
import dev.daybreak.infra.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/// One role for each function: what its step does, and what every function in a VPC needs to live.
final class Roles extends Construct {
    private static final List<String> NETWORK_INTERFACES =
            List.of(
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses");
    private static final String NETWORK_REASON =
            "Lambda attaches a function to its VPC with these, and most of them know no resource";
    private static final String TRACING_REASON = "X-Ray knows no resource for writing traces";

    Roles(Construct scope) {
        super(scope, "Roles");
    }

    Role of(Step step, ILogGroup logs) {
        var role =
                Role.Builder.create(this, step.name())
                        .description("Daybreak: function %s".formatted(step.name()))
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .inlinePolicies(policies(step, logs))
                        .build();
        Reasons.accept(
                role,
                "AwsSolutions-IAM5",
                Stream.concat(
                                Stream.of(NETWORK_REASON, TRACING_REASON),
                                step.permissions().stream()
                                        .map(Permission::wildcard)
                                        .flatMap(Optional::stream))
                        .distinct()
                        .toList());
        return role;
    }

    private static SortedMap<String, PolicyDocument> policies(Step step, ILogGroup logs) {
        var policies = new TreeMap<String, PolicyDocument>();
        policies.put("Life", document(life(logs)));
        if (!step.permissions().isEmpty()) {
            policies.put(
                    "Step",
                    document(step.permissions().stream().map(Permission::statement).toList()));
        }
        return policies;
    }

    private static List<PolicyStatement> life(ILogGroup logs) {
        return List.of(
                PolicyStatement.Builder.create()
                        .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                        .resources(List.of(logs.getLogGroupArn()))
                        .build(),
                PolicyStatement.Builder.create()
                        .actions(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"))
                        .resources(List.of("*"))
                        .build(),
                PolicyStatement.Builder.create()
                        .actions(NETWORK_INTERFACES)
                        .resources(List.of("*"))
                        .build());
    }

    private static PolicyDocument document(List<PolicyStatement> statements) {
        return PolicyDocument.Builder.create().statements(statements).build();
    }
}
