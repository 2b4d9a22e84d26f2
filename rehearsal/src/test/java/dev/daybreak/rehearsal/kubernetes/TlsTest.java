package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.kubernetes.ApiServer;
import dev.daybreak.kubernetes.KubernetesDeployments;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void listen() {
        server.useHttps();
        server.setDispatcher(new Api(() -> {}));
        server.start(InetAddress.getLoopbackAddress(), Listening.freePort());
    }

    @AfterEach
    void close() {
        server.shutdown();
    }

    @Test
    void aClusterIsTrustedByItsOwnAuthorityAndByNoOther() throws IOException {
        var pem = Files.readAllBytes(Path.of(server.getSelfSignedCertificate().certificatePath()));
        var authority = Base64.getEncoder().encodeToString(pem);

        try (var client = server(Optional.of(authority)).connect()) {
            assertThat(new KubernetesDeployments(client, "shop").find("web")).isEmpty();
        }
        try (var client = server(Optional.empty()).connect()) {
            var deployments = new KubernetesDeployments(client, "shop");
            assertThatThrownBy(() -> deployments.find("web")).isInstanceOf(Unavailable.class);
        }
    }

    private ApiServer server(Optional<String> authority) {
        var endpoint = URI.create("https://localhost:" + server.getPort());
        return new ApiServer(endpoint, authority, () -> "token");
    }
}
