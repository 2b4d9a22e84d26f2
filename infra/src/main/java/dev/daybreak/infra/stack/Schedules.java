package dev.daybreak.infra.stack;

import dev.daybreak.migration.Migration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// What starts executions without anyone. All of it is there from the first day: where there is
/// nothing to do yet, or no more, an execution ends at once and tells nobody.
final class Schedules extends Construct {
    private final Migration migration;
    private final String group;
    private final Queue deadLetters;

    Schedules(Construct scope, Migration migration, String group, Queue deadLetters) {
        super(scope, "Schedules");
        this.migration = migration;
        this.group = group;
        this.deadLetters = deadLetters;
        CfnScheduleGroup.Builder.create(this, "Group").name(group).build();
    }

    /// Every day at a time in the settings' zone.
    void daily(String name, LocalTime time, String input, Machine machine) {
        var schedule =
                CfnSchedule.Builder.create(this, Machine.id(name))
                        .name(name)
                        .groupName(group)
                        .description("Daybreak: %s, every day".formatted(name))
                        .scheduleExpression(
                                "cron(%d %d * * ? *)".formatted(time.getMinute(), time.getHour()))
                        .scheduleExpressionTimezone(migration.validation().zone())
                        .flexibleTimeWindow(
                                CfnSchedule.FlexibleTimeWindowProperty.builder()
                                        .mode("OFF")
                                        .build())
                        .target(
                                CfnSchedule.TargetProperty.builder()
                                        .arn(machine.machine().getStateMachineArn())
                                        .roleArn(role(name, machine).getRoleArn())
                                        .input(input)
                                        .deadLetterConfig(
                                                CfnSchedule.DeadLetterConfigProperty.builder()
                                                        .arn(deadLetters.getQueueArn())
                                                        .build())
                                        .build())
                        .build();
        schedule.getNode().addDependency(getNode().findChild("Group"));
    }

    private Role role(String name, Machine machine) {
        return Role.Builder.create(this, Machine.id(name) + "Role")
                .description("Daybreak: what the schedule %s may start".formatted(name))
                .assumedBy(
                        ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                                .conditions(
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                                .build())
                .inlinePolicies(
                        Map.of(
                                "Start",
                                PolicyDocument.Builder.create()
                                        .statements(
                                                List.of(
                                                        allow(
                                                                "states:StartExecution",
                                                                machine.machine()
                                                                        .getStateMachineArn()),
                                                        allow(
                                                                "sqs:SendMessage",
                                                                deadLetters.getQueueArn())))
                                        .build()))
                .build();
    }

    private static PolicyStatement allow(String action, String resource) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }

    /// AWS starts a stopped instance after seven days (RDS-EVENT-0154) and says so again when it
    /// runs (RDS-EVENT-0088):
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html>.
    void wheneverItStarts(Machine machine, Queue letters) {
        var rule =
                Rule.Builder.create(this, "Started")
                        .description("Daybreak: the old instance has been started")
                        .eventPattern(
                                EventPattern.builder()
                                        .source(List.of("aws.rds"))
                                        .detailType(List.of("RDS DB Instance Event"))
                                        .detail(
                                                new TreeMap<>(
                                                        Map.of(
                                                                "SourceIdentifier",
                                                                List.of(
                                                                        migration
                                                                                .source()
                                                                                .instance()),
                                                                "EventID",
                                                                List.of(
                                                                        "RDS-EVENT-0154",
                                                                        "RDS-EVENT-0088"))))
                                        .build())
                        .build();
        rule.addTarget(
                SfnStateMachine.Builder.create(machine.machine()).deadLetterQueue(letters).build());
    }
}
