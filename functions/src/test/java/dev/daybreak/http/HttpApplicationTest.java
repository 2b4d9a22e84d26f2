package dev.daybreak.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.daybreak.ports.Application.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HttpApplicationTest {
    private final HttpApplication application = new HttpApplication(Duration.ofMillis(500));
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    HttpApplicationTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/status/", this::answerStatus);
        server.createContext("/silent", _ -> await());
        server.createContext("/endless", this::answerForever);
        server.start();
    }

    @AfterEach
    void stop() {
        closing.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 503})
    void tellsWhatItSaidAndFollowsNoRedirect(int status) {
        assertThat(application.ask(url("/status/" + status))).isEqualTo(new Answer(status, ""));
    }

    @Test
    void doesNotWaitForABodyThatNeverEnds() {
        assertThat(application.ask(url("/endless"))).isEqualTo(new Answer(200, ""));
    }

    @Test
    void silenceIsAnAnswer() {
        assertThat(application.ask(url("/silent")))
                .isEqualTo(new Answer(0, "no answer within 1 s"));
    }

    @Test
    void nobodyThereIsAnAnswer() {
        var url = url("/status/200");
        server.stop(0);
        assertThat(application.ask(url))
                .isEqualTo(new Answer(0, "no connection to " + url.getAuthority()));
    }

    @Test
    void anUnknownHostIsAnAnswer() {
        assertThat(application.ask(URI.create("http://nobody.invalid/health")))
                .isEqualTo(new Answer(0, "there is no host nobody.invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "/health"})
    void anAddressThatIsNoneIsAnAnswer(String url) {
        assertThat(application.ask(URI.create(url)).status()).isZero();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    private void answerStatus(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("Location", "/status/200");
        exchange.sendResponseHeaders(
                Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), -1);
        exchange.close();
    }

    private void answerForever(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        await();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
