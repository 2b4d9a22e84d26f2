package dev.daybreak.aws;

import dev.daybreak.alert.Alert;
import dev.daybreak.ports.Alerts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/// Alerts through one SNS topic.
public final class SnsAlerts implements Alerts {
    /// SNS takes 256 KiB, the attributes included
    /// (<https://docs.aws.amazon.com/sns/latest/api/API_Publish.html>).
    private static final int BODY_BYTES_MAX = 200_000;

    private static final String CUT = "\n… cut here; the execution's history has the rest.\n";

    private final AwsClients clients;
    private final String topic;

    /// @param topic its ARN
    public SnsAlerts(AwsClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    @Override
    public void send(Alert alert) {
        var order =
                PublishRequest.builder()
                        .topicArn(topic)
                        .subject(alert.subject())
                        .message(fitting(alert.body()))
                        .messageAttributes(attributes(alert))
                        .build();
        Outcome.of(
                        "send the alert '%s' to %s".formatted(alert.subject(), topic),
                        () -> clients.sns.get().publish(order))
                .orThrow();
    }

    /// An alert that is too long still gets there.
    private static String fitting(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= BODY_BYTES_MAX) {
            return body;
        }
        var end = BODY_BYTES_MAX;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + CUT;
    }

    /// SNS refuses an attribute without a value.
    private static Map<String, MessageAttributeValue> attributes(Alert alert) {
        return alert.attributes().entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> text(one.getValue())));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
