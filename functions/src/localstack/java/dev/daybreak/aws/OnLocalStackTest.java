package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.localstack.Localstack;
import cloud.localstack.docker.LocalstackDockerExtension;
import cloud.localstack.docker.annotation.LocalstackDockerProperties;
import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFields;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The same adapters against LocalStack, for the services that its free part has; RDS is not among
/// them. Only in profile `localstack`, which needs a Docker engine.
@ExtendWith(LocalstackDockerExtension.class)
@LocalstackDockerProperties(services = {"secretsmanager", "sns", "cloudformation"})
class OnLocalStackTest {
    private static final SecretFields FIELDS =
            new SecretFields(new LinkedHashMap<>(Map.of("host", "rds", "password", "hunter2")));
    private static final SecretFields CHANGED =
            new SecretFields(new LinkedHashMap<>(Map.of("host", "aurora", "password", "hunter2")));
    private static final String VERSION = "daybreak-swap-000000000000000000000001";

    private final AwsClients clients =
            new AwsClients(
                    Region.US_EAST_1,
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                    Optional.of(URI.create(Localstack.INSTANCE.getEndpointSecretsmanager())),
                    Duration.ofSeconds(15));

    @Test
    void movesASecretFromOneVersionToTheNextOnlyOnce() {
        var secrets = new AwsSecrets(clients);
        secrets.create("swap", FIELDS, Map.of());
        var before = secrets.current("swap");
        secrets.add("swap", VERSION, "daybreak-after", CHANGED);
        secrets.makeCurrent("swap", VERSION, before.id());

        assertThat(secrets.current("swap").fields()).isEqualTo(CHANGED);
        assertThatThrownBy(() -> secrets.makeCurrent("swap", before.id(), "somebody-elses-version"))
                .isInstanceOfAny(Overtaken.class, Unexpected.class);
    }

    @Test
    void knowsNothingOfAStackThatIsNotThere() {
        var source = new Template.Source.Body("{}");
        var template = new Template(source, List.of("Cluster"));
        var stacks = new CloudFormationStacks(clients, template, Optional.empty());

        assertThat(stacks.find("none")).isEmpty();
    }

    @Test
    void refusesATopicThatIsNotThere() {
        var alerts = new SnsAlerts(clients, "arn:aws:sns:us-east-1:000000000000:none");
        var alert =
                new Alert(Alert.Level.PAGE, "subject", "what", "state", "next", List.of(), Map.of());

        assertThatThrownBy(() -> alerts.send(alert)).isInstanceOf(Unexpected.class);
    }
}
