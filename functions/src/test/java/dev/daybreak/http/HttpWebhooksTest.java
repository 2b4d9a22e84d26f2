package dev.daybreak.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HttpWebhooksTest {
    private static final String TOKEN = "T0KEN-hunter2";
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    HttpWebhooksTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/status/", this::answer);
        server.createContext("/silent", _ -> await());
        server.createContext("/cut", HttpExchange::close);
        server.createContext("/endless", this::answerForever);
        server.start();
    }

    @AfterEach
    void stop() {
        closing.countDown();
        server.stop(0);
    }

    @Test
    void postsPlainTextOnce() {
        webhooks(url("/status/200")).post("slack", "a \"b\"\n&lt;c&gt; 🌊");

        assertThat(received)
                .containsExactly(
                        "POST application/json; charset=utf-8"
                                + " {\"text\":\"a \\\"b\\\"\\n&lt;c&gt; 🌊\",\"mrkdwn\":false}");
    }

    @Test
    void aUrlMayHaveANewLineBehindIt() {
        webhooks(url("/status/204") + "\n").post("slack", "text");

        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "302, dev.daybreak.fault.Unexpected, Make a new one",
        "400, dev.daybreak.fault.Unexpected, Make a new one",
        "403, dev.daybreak.fault.Unexpected, Make a new one",
        "404, dev.daybreak.fault.Unexpected, Make a new one",
        "410, dev.daybreak.fault.Unexpected, Make a new one",
        "429, dev.daybreak.fault.Throttled, for now",
        "500, dev.daybreak.fault.Unavailable, answered HTTP 500",
        "503, dev.daybreak.fault.Unavailable, answered HTTP 503",
    })
    void eachStatusMeansOneFaultThatKeepsTheUrl(
            int status, Class<? extends Fault> type, String says) {
        var fault = fault(url("/status/" + status));

        assertThat(fault).isInstanceOf(type).hasMessageContainingAll("secret slack", says);
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/cut"})
    void noAnswerIsUnavailable(String path) {
        assertThat(fault(url(path))).isInstanceOf(Unavailable.class);
    }

    @Test
    void nobodyThereIsUnavailable() {
        server.stop(0);

        assertThat(fault(url("/status/200"))).isInstanceOf(Unavailable.class);
        assertThat(fault("http://nobody.invalid/" + TOKEN)).isInstanceOf(Unavailable.class);
    }

    @Test
    void doesNotWaitForABodyThatNeverEnds() {
        webhooks(url("/endless")).post("slack", "text");

        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                TOKEN,
                "http:///" + TOKEN,
                "ftp://127.0.0.1/" + TOKEN,
                "http://127.0.0.1/a b/" + TOKEN,
                "{\"url\":\"http://127.0.0.1/" + TOKEN + "\"}"
            })
    void whatIsNoAddressIsRefusedWithWhatToDo(String text) {
        assertThat(fault(text))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("put the webhook's URL there");
    }

    @Test
    void onLambdaOnlyHttpsWillDo() {
        assertThatThrownBy(() -> new HttpWebhooks(_ -> url("/status/200")).post("slack", "text"))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("no https address");
        assertThat(received).isEmpty();
    }

    /// What the post threw, after a look for the URL in everything that a log would print of it.
    private static Fault fault(String text) {
        var fault = catchThrowableOfType(Fault.class, () -> webhooks(text).post("slack", "text"));
        var printed = new StringWriter();
        fault.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContain(TOKEN, "127.0.0.1", "nobody.invalid");
        assertThat(fault).hasNoCause();
        return fault;
    }

    private static HttpWebhooks webhooks(String text) {
        return new HttpWebhooks(_ -> text, "http", PATIENCE);
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s/%s".formatted(server.getAddress().getPort(), path, TOKEN);
    }

    private void answer(HttpExchange exchange) throws IOException {
        note(exchange);
        var status = exchange.getRequestURI().getPath().split("/", -1)[2];
        exchange.getResponseHeaders().set("Location", "/status/200");
        exchange.sendResponseHeaders(Integer.parseInt(status), -1);
        exchange.close();
    }

    private void answerForever(HttpExchange exchange) throws IOException {
        note(exchange);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        await();
    }

    private void note(HttpExchange exchange) throws IOException {
        received.add(
                "%s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestHeaders().getFirst("Content-Type"),
                                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
