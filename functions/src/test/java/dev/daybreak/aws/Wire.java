package dev.daybreak.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;

/// AWS as the SDK sees it: an endpoint that gives the answers it was told to, by action, and passes
/// everything else on to whoever is behind it.
public final class Wire implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> OURS = Set.of("content-length", "host", "connection");

    private final HttpServer server;
    private final Optional<URI> behind;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<WireRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param status 0 never answers
    private record Answer(int status, String type, SdkBytes body) {
        Answer(int status, String type, String body) {
            this(status, type, SdkBytes.fromUtf8String(body));
        }
    }

    public Wire(Optional<URI> behind) {
        try {
            this.behind = behind;
            this.server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /// Answers these in turn, the last one for ever.
    Wire xml(String action, String... bodies) {
        for (var body : bodies) {
            answer(action, new Answer(200, "text/xml", body));
        }
        return this;
    }

    public Wire json(String action, String body) {
        return answer(action, new Answer(200, "application/x-amz-json-1.1", body));
    }

    Wire cbor(String action, byte[] body) {
        return answer(action, new Answer(200, "application/cbor", SdkBytes.fromByteArray(body)));
    }

    /// Fails in the form of the Query protocol (RDS, CloudFormation, SNS, IAM, STS).
    Wire failing(String action, int status, String code, String message) {
        var body =
                """
                <ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error>
                <RequestId>r-1</RequestId></ErrorResponse>
                """
                        .formatted(code, message);
        return answer(action, new Answer(status, "text/xml", body));
    }

    /// Fails in the form of the JSON protocol (Secrets Manager, EKS).
    Wire failingJson(String action, int status, String code, String message) {
        var body = "{\"__type\": \"%s\", \"message\": \"%s\"}".formatted(code, message);
        return answer(action, new Answer(status, "application/x-amz-json-1.1", body));
    }

    Wire silent(String action) {
        return answer(action, new Answer(0, "", ""));
    }

    public AwsClients clients() {
        return clients(PATIENCE);
    }

    AwsClients clients(Duration patience) {
        return new AwsClients(
                Region.US_EAST_1,
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-real-key")),
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                patience);
    }

    public List<WireRequest> requests() {
        return List.copyOf(requests);
    }

    public List<WireRequest> requests(String action) {
        return requests.stream().filter(one -> one.action().equals(action)).toList();
    }

    private Wire answer(String action, Answer answer) {
        answers.computeIfAbsent(action, _ -> new ArrayDeque<>()).add(answer);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            var request = WireRequest.of(exchange, new String(bytes, UTF_8));
            requests.add(request);
            var known = Optional.ofNullable(answers.get(request.action()));
            if (known.isPresent()) {
                give(exchange, next(known.get()));
            } else {
                pass(exchange, bytes);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer next(Queue<Answer> queue) {
        synchronized (queue) {
            return queue.size() > 1 ? queue.remove() : queue.element();
        }
    }

    private void give(HttpExchange exchange, Answer answer)
            throws IOException, InterruptedException {
        if (answer.status() == 0) {
            closing.await();
            return;
        }
        exchange.getResponseHeaders().set("content-type", answer.type());
        exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
        send(exchange, answer.status(), answer.body().asByteArray());
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        if (behind.isEmpty()) {
            exchange.sendResponseHeaders(501, -1);
            return;
        }
        var onward =
                HttpRequest.newBuilder(behind.get().resolve(exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                                values.forEach(value -> onward.header(name, value));
                            }
                        });
        var answer = client.send(onward.build(), BodyHandlers.ofByteArray());
        answer.headers()
                .firstValue("content-type")
                .ifPresent(type -> exchange.getResponseHeaders().set("content-type", type));
        send(exchange, answer.statusCode(), answer.body());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        client.close();
    }
}
