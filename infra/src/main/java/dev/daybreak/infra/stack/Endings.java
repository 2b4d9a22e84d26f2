package dev.daybreak.infra.stack;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/// Executions that end badly. The workflow tells of every ending that it lives to see; one that is
/// stopped by hand, or killed by Step Functions itself, can't tell: events do.
final class Endings extends Construct {
    Endings(
            Construct scope,
            Migration migration,
            String workflow,
            StateMachine machine,
            Alerts alerts,
            Queue deadLetters) {
        super(scope, workflow.equals("migrate") ? "Endings" : "EndingsOf" + Machine.id(workflow));
        tellWhatCannotTell(migration, workflow, machine, alerts, deadLetters);
        alarms(workflow, machine, alerts);
    }

    private void tellWhatCannotTell(
            Migration migration,
            String workflow,
            StateMachine machine,
            Alerts alerts,
            Queue deadLetters) {
        var machineArn = List.of(machine.getStateMachineArn());
        rule("Stopped", migration, workflow, alerts, deadLetters)
                .addEventPattern(
                        pattern(
                                Map.of(
                                        "stateMachineArn",
                                        machineArn,
                                        "status",
                                        List.of("ABORTED", "TIMED_OUT"))));
        // What no state of the workflow can catch (States.Runtime, a full history) has its error.
        rule("Killed", migration, workflow, alerts, deadLetters)
                .addEventPattern(
                        pattern(
                                Map.of(
                                        "stateMachineArn",
                                        machineArn,
                                        "status",
                                        List.of("FAILED"),
                                        "error",
                                        List.of(Map.of("prefix", "States.")))));
    }

    private static EventPattern pattern(Map<String, Object> detail) {
        return EventPattern.builder()
                .source(List.of("aws.states"))
                .detailType(List.of("Step Functions Execution Status Change"))
                .detail(new TreeMap<>(detail))
                .build();
    }

    private Rule rule(
            String id, Migration migration, String workflow, Alerts alerts, Queue deadLetters) {
        var rule =
                Rule.Builder.create(this, id)
                        .description("Daybreak: an execution ended without a word")
                        .build();
        rule.addTarget(
                SnsTopic.Builder.create(alerts.topic())
                        .message(RuleTargetInput.fromText(text(migration, workflow)))
                        .deadLetterQueue(deadLetters)
                        .build());
        return rule;
    }

    private static String text(Migration migration, String workflow) {
        if (!workflow.equals("migrate")) {
            return "ACT NOW: Daybreak %s: execution %s is %s and could not tell. What state things are in: as its last state left them. What to do: look at the execution's last state, then start %s again: it looks where things stand and goes on from there."
                    .formatted(
                            migration.name(),
                            EventField.fromPath("$.detail.executionArn"),
                            EventField.fromPath("$.detail.status"),
                            workflow);
        }
        return "ACT NOW: Daybreak %s: execution %s is %s and did not return by itself. What state things are in: RDS instance %s may be fenced, the application may be scaled to zero; no write is lost. What to do: look at the execution's last state; then docs/what-if.md, \"What if somebody stops the execution?\". A redrive goes on where it stood, within 14 days."
                .formatted(
                        migration.name(),
                        EventField.fromPath("$.detail.executionArn"),
                        EventField.fromPath("$.detail.status"),
                        migration.source().instance());
    }

    private void alarms(String workflow, StateMachine machine, Alerts alerts) {
        var sum = MetricOptions.builder().statistic("Sum").period(Duration.minutes(1)).build();
        var metrics =
                new TreeMap<>(
                        Map.of(
                                "Failed", machine.metricFailed(sum),
                                "TimedOut", machine.metricTimedOut(sum),
                                "Aborted", machine.metricAborted(sum)));
        metrics.forEach(
                (ending, metric) ->
                        alerts.on(
                                Alarm.Builder.create(this, ending + "Alarm")
                                        .metric(metric)
                                        .threshold(1)
                                        .evaluationPeriods(1)
                                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                                        .alarmDescription(
                                                "%s ended: %s. Its own message says what to do; without one, look at the execution in the Step Functions console."
                                                        .formatted(Machine.id(workflow), ending))
                                        .build()));
    }
}
