package dev.daybreak.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.aws.Duty;
import dev.daybreak.fault.BadInput;
import dev.daybreak.postgres.Tls;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Map<String, String> COMPLETE =
            Map.of(
                    "DAYBREAK_MIGRATION", "{}",
                    "AWS_REGION", "us-east-1",
                    "DAYBREAK_TOPIC", "arn:topic",
                    "DAYBREAK_TEMPLATE_URL", "https://bucket.s3.amazonaws.com/aurora.json",
                    "DAYBREAK_TEMPLATE_KEEPS", "Cluster, Writer",
                    "DAYBREAK_TLS", "require");

    @Test
    void areReadFromTheEnvironment() {
        assertThat(Settings.from(COMPLETE))
                .isEqualTo(
                        new Settings(
                                "{}",
                                "us-east-1",
                                "arn:topic",
                                URI.create("https://bucket.s3.amazonaws.com/aurora.json"),
                                List.of("Cluster", "Writer"),
                                Tls.REQUIRE,
                                Optional.empty(),
                                Map.of()));
    }

    @Test
    void mayNameRoles() {
        var settings =
                Settings.from(
                        with(
                                Map.of(
                                        "DAYBREAK_CLOUDFORMATION_ROLE", "arn:cfn",
                                        "DAYBREAK_ROLES", "{\"SWAP\": \"arn:swap\"}")));
        assertThat(settings.cloudFormationRole()).contains("arn:cfn");
        assertThat(settings.roles()).isEqualTo(Map.of(Duty.SWAP, "arn:swap"));
    }

    @Test
    void mayNameTheAuthorityOfTheDatabases() {
        var settings = Settings.from(with(Map.of("DAYBREAK_TLS", "verify-full:/var/task/rds.pem")));
        assertThat(settings.tls())
                .isEqualTo(new Tls("verify-full", Optional.of("/var/task/rds.pem")));
    }

    @Test
    void nameEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> Settings.from(Map.of("DAYBREAK_TLS", " ")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "The function's environment is not complete: DAYBREAK_MIGRATION is missing;"
                                + " AWS_REGION is missing; DAYBREAK_TOPIC is missing;"
                                + " DAYBREAK_TEMPLATE_URL is missing;"
                                + " DAYBREAK_TEMPLATE_KEEPS is missing; DAYBREAK_TLS is missing."
                                + " Deploy it again.");
    }

    @ParameterizedTest
    @CsvSource({
        "DAYBREAK_TEMPLATE_URL, s3://bucket/aurora.json, it is no https address",
        "DAYBREAK_TEMPLATE_URL, https://, Expected authority",
        "DAYBREAK_TEMPLATE_KEEPS, 'Cluster,,Writer', is no logical id",
        "DAYBREAK_TLS, prefer, it is neither 'require' nor 'verify-full:'",
        "DAYBREAK_TLS, verify-full:, it is neither",
        "DAYBREAK_TLS, verify-full, it is neither",
        "DAYBREAK_ROLES, '{\"WINDOW\": \"arn\"}', it is no JSON object from",
    })
    void nameWhatIsMalformed(String name, String value, String problem) {
        assertThatThrownBy(() -> Settings.from(with(Map.of(name, value))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(name + ": ")
                .hasMessageContaining(problem);
    }

    private static Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(COMPLETE);
        all.putAll(more);
        return all;
    }
}
