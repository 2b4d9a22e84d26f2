package dev.daybreak.slack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Webhooks;
import java.util.List;
import java.util.Optional;

/// Passes what the alerts' topic says on to Slack. Where it fails, Lambda starts it again twice
/// with the same event and then puts the event into the dead-letter queue.
public final class NotifySlack {
    private final Migration migration;
    private final Webhooks webhooks;

    public NotifySlack(Migration migration, Webhooks webhooks) {
        this.migration = migration;
        this.webhooks = webhooks;
    }

    /// What SNS hands to a function (<https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html>).
    /// Its other fields, and whichever AWS adds, are passed over: here alone, since this order is
    /// not ours.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Order(@JsonProperty("Records") List<Delivery> records) {
        public Order {
            records = List.copyOf(records);
        }

        /// One message with its envelope.
        @JsonIgnoreProperties(ignoreUnknown = true)
        public record Delivery(@JsonProperty("Sns") Notification sns) {}

        /// The message.
        ///
        /// @param subject empty where whoever published it gave none
        @JsonIgnoreProperties(ignoreUnknown = true)
        public record Notification(
                @JsonProperty("Subject") Optional<String> subject,
                @JsonProperty("Message") String message) {}
    }

    /// Nobody reads it but the function's log.
    public sealed interface Answer {
        /// Slack has them.
        record Posted(int messages) implements Answer {}
    }

    public Answer answer(Order order) {
        var secret =
                migration
                        .alerts()
                        .slackWebhook()
                        .orElseThrow(
                                () ->
                                        new Unexpected(
                                                "migration.json names no alerts.slackWebhook: write it there and deploy it, or take this function off the topic."));
        for (var one : order.records()) {
            webhooks.post(secret, SlackText.of(one.sns().subject(), one.sns().message()));
        }
        return new Answer.Posted(order.records().size());
    }
}
