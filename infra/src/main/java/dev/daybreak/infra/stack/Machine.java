package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Workflow;
import dev.daybreak.migration.Migration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/// A state machine, from the very file that a rehearsal runs.
final class Machine extends Construct {
    private static final List<String> LOG_DELIVERY =
            List.of(
                    "logs:CreateLogDelivery",
                    "logs:DeleteLogDelivery",
                    "logs:DescribeLogGroups",
                    "logs:DescribeResourcePolicies",
                    "logs:GetLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy",
                    "logs:UpdateLogDelivery");

    private static final List<String> TRACING =
            List.of(
                    "xray:GetSamplingRules",
                    "xray:GetSamplingTargets",
                    "xray:PutTelemetryRecords",
                    "xray:PutTraceSegments");

    private final StateMachine machine;
    private final LogGroup logs;

    Machine(
            Construct scope,
            Migration migration,
            String workflowName,
            Workflow workflow,
            SortedMap<String, String> substitutions,
            Collection<Alias> functions,
            Alerts alerts) {
        super(scope, id(workflowName));
        var name = name(migration, workflowName);
        // Names that begin so spare the account's one policy for log deliveries
        // (https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html).
        this.logs =
                LogGroup.Builder.create(this, "Logs")
                        .logGroupName("/aws/vendedlogs/states/" + name)
                        .retention(RetentionDays.ONE_YEAR)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        var role = role(functions, workflow.publishes() ? publish(alerts) : List.of());
        this.machine =
                StateMachine.Builder.create(this, "StateMachine")
                        .stateMachineName(name)
                        .stateMachineType(StateMachineType.STANDARD)
                        .comment(
                                "Daybreak: %s of %s"
                                        .formatted(workflowName, migration.source().instance()))
                        .definitionBody(DefinitionBody.fromString(workflow.text()))
                        .definitionSubstitutions(substitutions)
                        .role(role.withoutPolicyUpdates())
                        .logs(
                                LogOptions.builder()
                                        .destination(logs)
                                        .level(LogLevel.ALL)
                                        .includeExecutionData(false)
                                        .build())
                        .tracingEnabled(true)
                        .build();
        machine.getNode().addDependency(role);
    }

    static String name(Migration migration, String workflow) {
        return "daybreak-%s-%s".formatted(migration.name(), workflow);
    }

    /// `keep-stopped` is `KeepStopped`.
    static String id(String workflow) {
        return Stream.of(workflow.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private Role role(Collection<Alias> functions, List<PolicyStatement> publish) {
        var role =
                Role.Builder.create(this, "Role")
                        .description("Daybreak: what the state machine may call")
                        .assumedBy(
                                ServicePrincipal.Builder.create("states.amazonaws.com")
                                        .conditions(
                                                Map.of(
                                                        "StringEquals",
                                                        Map.of(
                                                                "aws:SourceAccount",
                                                                Aws.ACCOUNT_ID)))
                                        .build())
                        .inlinePolicies(
                                Map.of(
                                        "Workflow",
                                        PolicyDocument.Builder.create()
                                                .statements(statements(functions, publish))
                                                .build()))
                        .build();
        Reasons.accept(
                role,
                "AwsSolutions-IAM5",
                List.of(
                        "CloudWatch Logs knows no resources for log deliveries, nor X-Ray for traces"));
        return role;
    }

    private static List<PolicyStatement> publish(Alerts alerts) {
        return List.of(
                allow(List.of("sns:Publish"), List.of(alerts.topic().getTopicArn())),
                allow(
                        List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        List.of(alerts.key().getKeyArn())));
    }

    private static List<PolicyStatement> statements(
            Collection<Alias> functions, List<PolicyStatement> publish) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(
                allow(
                        List.of("lambda:InvokeFunction"),
                        functions.stream().map(Alias::getFunctionArn).toList()));
        statements.addAll(publish);
        statements.add(allow(LOG_DELIVERY, List.of("*")));
        statements.add(allow(TRACING, List.of("*")));
        return statements;
    }

    private static PolicyStatement allow(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create().actions(actions).resources(resources).build();
    }

    StateMachine machine() {
        return machine;
    }

    LogGroup logs() {
        return logs;
    }
}
