package dev.daybreak.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// An API server that says what it was told to say, and 404 to all else.
public final class CannedApi implements AutoCloseable {
    private static final int PORT_MIN = 21_000;
    private static final int PORT_MAX = 21_500;

    private final HttpServer server = open();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final KubernetesClient client;

    public CannedApi() {
        server.createContext("/", this::answer);
        server.start();
        client = new ApiServer(endpoint(), Optional.empty(), () -> "t0ken").connect();
    }

    record Answer(int status, String body) {}

    /// @param path where the asked path starts, query and all
    CannedApi says(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
        return this;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    KubernetesClient client() {
        return client;
    }

    public List<String> tokens() {
        return tokens;
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path + " " + body);
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var answer =
                    answers.entrySet().stream()
                            .filter(entry -> path.startsWith(entry.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(new Answer(404, ""));
            if (answer.status() > 0) {
                var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(
                        answer.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static HttpServer open() {
        for (var port = PORT_MIN; port < PORT_MAX; port++) {
            try {
                var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                return HttpServer.create(here, 0);
            } catch (BindException _) {
                // Somebody else has that port: take the next.
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        throw new IllegalStateException("no free port from %d on".formatted(PORT_MIN));
    }
}
