package dev.daybreak.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.aws.Wire;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.BadInput;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.kubernetes.CannedApi;
import dev.daybreak.postgres.Tls;
import dev.daybreak.snapshot.AwaitSnapshotHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTest {
    /// Any authority will do: nothing here answers with a certificate.
    private static final String AUTHORITY =
            """
            -----BEGIN CERTIFICATE-----
            MIIBdDCCARugAwIBAgIUHqt+x011kLd7QlywGcAmR2Dm570wCgYIKoZIzj0EAwIw
            DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjIxNjI2MDJaGA8yMTI2MTAyOTE2MjYw
            MlowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABM86
            FbXUX/2AHzWnNAa99XKmcTDOWMSAY3CgjzzCyZzQh9xKBkkXcj8Ho72JZT/miQ/U
            cMREd+h0CI9ZcgV1KFCjUzBRMB0GA1UdDgQWBBSZ8uWl4tvNnFr6BsniIHNqYh/G
            8DAfBgNVHSMEGDAWgBSZ8uWl4tvNnFr6BsniIHNqYh/G8DAPBgNVHRMBAf8EBTAD
            AQH/MAoGCCqGSM49BAMCA0cAMEQCIGYyfYQwG2YIjM4XbugRhLxQ4/VKUEkbytIM
            kz9OzcckAiAQ+n5bYCjRIxcTibExt43uqBmf2Tj6Y7D4wfRuBYkABg==
            -----END CERTIFICATE-----
            """;

    private static final String MIGRATION = migration();

    private static final Credentials LOGIN = new Credentials("app", "x");

    private final Wire aws = new Wire(Optional.empty());
    private final CannedApi api = new CannedApi();

    @AfterEach
    void close() {
        aws.close();
        api.close();
    }

    @Test
    void opensNothingUntilAStepUsesIt() {
        live(MIGRATION);

        assertThat(aws.requests()).isEmpty();
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void asksEksOnceWhereTheApplicationRunsAndIsLetInWithATokenForIt() {
        aws.json("mosaic-prod", cluster(api.endpoint()));
        var wiring = live(MIGRATION);

        assertThat(wiring.deployments().find("core-api")).isEmpty();
        assertThat(wiring.externalSecrets().reading("mosaic/prod/rds/credentials")).isEmpty();
        assertThat(wiring.scalers().over("core-api")).isEmpty();

        assertThat(aws.requests("mosaic-prod")).hasSize(1);
        assertThat(api.asked()).allMatch(one -> one.contains("/namespaces/mosaic-prod/"));
        assertThat(api.tokens()).isNotEmpty().allMatch(one -> one.startsWith("Bearer k8s-aws-v1."));
    }

    @Test
    void asksRealServersForTheirDatabases() throws IOException {
        var wiring = live(MIGRATION);
        var nobody = new Address("127.0.0.1", closedPort(), "app");

        assertThatThrownBy(() -> wiring.databases().login(nobody, LOGIN))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(nobody.toString());
        assertThatThrownBy(() -> wiring.fences().look(nobody, LOGIN, LOGIN))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(
                        () -> wiring.comparisons().compare(nobody, nobody, LOGIN, Optional.empty()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void readsAWebhooksAddressWhereItPostsAndKeepsIt() throws IOException {
        var address = "https://127.0.0.1:%d/services/T0KEN".formatted(closedPort());
        aws.json("GetSecretValue", "{\"SecretString\": \"%s\"}".formatted(address));

        assertThatThrownBy(() -> live(MIGRATION).webhooks().post("mosaic/slack", "text"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("mosaic/slack")
                .hasMessageNotContaining("T0KEN");
        assertThat(aws.requests("GetSecretValue")).hasSize(1);
    }

    @Test
    void namesEveryProblemOfTheSettings() {
        var broken =
                MIGRATION
                        .replace("\"us-east-1\"", "\"the moon\"")
                        .replace("\"instance\"", "\"instanse\"");

        assertThatThrownBy(() -> live(broken))
                .isInstanceOf(BadInput.class)
                .hasMessageContainingAll(
                        "DAYBREAK_MIGRATION", "region", "source.instanse", "migration.json");
    }

    @Test
    void aHandlerOutsideOfLambdaSaysWhatItsEnvironmentLacks() {
        assertThatThrownBy(AwaitSnapshotHandler::new)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("DAYBREAK_MIGRATION is missing")
                .hasMessageContaining("DAYBREAK_TLS is missing");
        assertThatThrownBy(AwaitSnapshotHandler::new).isInstanceOf(BadInput.class);
    }

    private Wiring live(String migration) {
        var settings =
                new Settings(
                        migration,
                        "us-east-1",
                        "arn:topic",
                        URI.create("https://bucket.s3.amazonaws.com/aurora.json"),
                        List.of("Cluster"),
                        Tls.REQUIRE,
                        Optional.empty(),
                        Map.of());
        return new Live(settings, aws.clients(), InstantSource.system()).wiring(() -> "password");
    }

    private static String migration() {
        try {
            return Files.readString(Path.of("../migration.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String cluster(URI endpoint) {
        var authority = AUTHORITY.getBytes(StandardCharsets.UTF_8);
        return """
        {"cluster": {"name": "mosaic-prod", "status": "ACTIVE", "endpoint": "%s",
          "certificateAuthority": {"data": "%s"}}}
        """
                .formatted(endpoint, Base64.getEncoder().encodeToString(authority));
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
