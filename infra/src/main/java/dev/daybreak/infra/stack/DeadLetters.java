package dev.daybreak.infra.stack;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// What could not be delivered waits here for two weeks, and an alarm says so.
final class DeadLetters extends Construct {
    private final Queue queue;

    /// @param what could not be delivered, for people: `a message to Slack`
    DeadLetters(Construct scope, String id, String what, Alerts alerts) {
        super(scope, id);
        this.queue =
                Queue.Builder.create(this, "Queue")
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true)
                        .retentionPeriod(Duration.days(14))
                        .build();
        Reasons.accept(queue, "AwsSolutions-SQS3", List.of("It is a dead-letter queue itself"));
        alerts.on(
                Alarm.Builder.create(this, "Alarm")
                        .metric(
                                queue.metricApproximateNumberOfMessagesVisible(
                                        MetricOptions.builder()
                                                .statistic("Maximum")
                                                .period(Duration.minutes(5))
                                                .build()))
                        .threshold(1)
                        .evaluationPeriods(1)
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .alarmDescription(
                                "Could not be delivered: %s. Queue %s holds it."
                                        .formatted(what, queue.getQueueName()))
                        .build());
    }

    Queue queue() {
        return queue;
    }
}
