package dev.daybreak.infra.stack;

import dev.daybreak.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// The topic that every message goes to. It has a key of its own: CloudWatch and EventBridge cannot
/// publish to a topic with SNS's own key.
final class Alerts extends Construct {
    private static final List<ServicePrincipal> SERVICES =
            List.of(
                    new ServicePrincipal("cloudwatch.amazonaws.com"),
                    new ServicePrincipal("events.amazonaws.com"));

    private final List<Alarm> alarms = new ArrayList<>();
    private final Key key;
    private final Topic topic;

    Alerts(Construct scope, Migration migration) {
        super(scope, "Alerts");
        this.key =
                Key.Builder.create(this, "Key")
                        .description("Daybreak %s: messages".formatted(migration.name()))
                        .enableKeyRotation(true)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        this.topic =
                Topic.Builder.create(this, "Topic")
                        .displayName("Daybreak " + migration.name())
                        .masterKey(key)
                        .enforceSsl(true)
                        .build();
        SERVICES.forEach(this::admit);
        migration
                .alerts()
                .emails()
                .forEach(email -> topic.addSubscription(new EmailSubscription(email)));
    }

    /// Services publish for this account only.
    private void admit(ServicePrincipal service) {
        Map<String, Object> ours =
                Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID));
        topic.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("Publish" + service.getService().replaceAll("\\..*", ""))
                        .principals(List.of(service))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic.getTopicArn()))
                        .conditions(ours)
                        .build());
        key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(service))
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                        .resources(List.of("*"))
                        .conditions(ours)
                        .build());
    }

    /// What can't be delivered, or fails in all of Lambda's tries, goes to the queue.
    void subscribe(Alias function, Queue letters) {
        topic.addSubscription(
                LambdaSubscription.Builder.create(function).deadLetterQueue(letters).build());
        function.configureAsyncInvoke(
                EventInvokeConfigOptions.builder().onFailure(new SqsDestination(letters)).build());
    }

    Topic topic() {
        return topic;
    }

    Key key() {
        return key;
    }

    /// All of a stack that are told of.
    List<IAlarm> alarms(Stack stack) {
        return alarms.stream()
                .filter(one -> one.getStack().getStackName().equals(stack.getStackName()))
                .map(IAlarm.class::cast)
                .toList();
    }

    /// Whatever the alarm says goes to the topic, also that it is over.
    void on(Alarm alarm) {
        alarms.add(alarm);
        var action = new SnsAction(topic);
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
    }
}
