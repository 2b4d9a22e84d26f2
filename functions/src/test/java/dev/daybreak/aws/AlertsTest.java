package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Denied;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:daybreak";
    private static final String PUBLISHED =
            "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult>"
                    + "</PublishResponse>";

    private final Wire wire = new Wire(Optional.empty());
    private final SnsAlerts alerts = new SnsAlerts(wire.clients(), TOPIC);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void sendsSubjectBodyAndAttributes() {
        wire.xml("Publish", PUBLISHED);
        alerts.send(alert(List.of(), Map.of("level", "PAGE", "empty", "")));
        assertThat(wire.requests("Publish").getFirst().form())
                .containsEntry("TopicArn", TOPIC)
                .containsEntry("Subject", "Return failed")
                .containsEntry("Message", "It broke\n\nNow: RDS serves\nNext: call\n")
                .containsEntry("MessageAttributes.entry.1.Name", "level")
                .containsEntry("MessageAttributes.entry.1.Value.StringValue", "PAGE")
                .doesNotContainKey("MessageAttributes.entry.2.Name");
    }

    @Test
    void anAlertThatIsTooLongGetsThereCut() {
        wire.xml("Publish", PUBLISHED);
        alerts.send(alert(List.of("ä".repeat(200_000)), Map.of()));
        assertThat(wire.requests("Publish").getFirst().form().get("Message"))
                .startsWith("It broke")
                .contains("äää\n… cut here")
                .hasSizeLessThan(110_000);
    }

    @Test
    void aTopicThatIsNotOursToWriteToIsDenied() {
        wire.failing("Publish", 403, "AuthorizationError", "not authorized");
        assertThatThrownBy(() -> alerts.send(alert(List.of(), Map.of())))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("send the alert 'Return failed' to " + TOPIC);
    }

    private static Alert alert(List<String> details, Map<String, String> attributes) {
        return new Alert(
                Alert.Level.PAGE,
                "Return failed",
                "It broke",
                "RDS serves",
                "call",
                details,
                attributes);
    }
}
