package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Unexpected;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Moto.class)
class AlertsOnMotoTest {
    private static final Alert ALERT =
            new Alert(
                    Alert.Level.INFO,
                    "Migrated",
                    "It went well",
                    "Aurora serves",
                    "nothing",
                    List.of(),
                    Map.of("level", "INFO"));

    private final Wire wire;

    AlertsOnMotoTest(URI moto) {
        this.wire = MotoGaps.before(moto);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void reachesATopicAndMissesOneThatIsNotThere() {
        var topic = wire.clients().sns.get().createTopic(order -> order.name("alerts")).topicArn();
        assertThatCode(() -> new SnsAlerts(wire.clients(), topic).send(ALERT))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new SnsAlerts(wire.clients(), topic + "-none").send(ALERT))
                .isInstanceOf(Unexpected.class);
    }

    /// The identity that a presigned token would be asked for.
    @Test
    void knowsWhoItIs() {
        assertThat(wire.clients().sts.get().getCallerIdentity().arn()).contains(":sts::");
    }

    @Test
    void findsAnEksClustersEndpoint() {
        var eks = wire.clients().eks.get();
        eks.createCluster(
                order ->
                        order.name("mosaic")
                                .roleArn("arn:aws:iam::123456789012:role/eks")
                                .resourcesVpcConfig(vpc -> vpc.subnetIds("subnet-1")));
        var endpoint = new EksClusters(wire.clients()).endpoint("mosaic");
        assertThat(endpoint.url()).hasScheme("https");
        assertThat(endpoint.certificateAuthority()).isNotBlank();
        assertThatThrownBy(() -> new EksClusters(wire.clients()).endpoint("none"))
                .isInstanceOf(Unexpected.class);
    }
}
