package dev.daybreak.http;

import dev.daybreak.ports.Application;
import dev.daybreak.runtime.Lazy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Asks the application by HTTP. A redirect is an answer like any other: a sign-in page that says
/// 200 is not health.
public final class HttpApplication implements Application {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;
    private final Supplier<HttpClient> client;

    public HttpApplication() {
        this(PATIENCE);
    }

    HttpApplication(Duration patience) {
        this.patience = patience;
        this.client =
                new Lazy<>(
                        () ->
                                HttpClient.newBuilder()
                                        .connectTimeout(patience)
                                        .followRedirects(HttpClient.Redirect.NEVER)
                                        .build());
    }

    @Override
    public Answer ask(URI url) {
        try {
            return new Answer(status(url), "");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(0, "we were interrupted");
        } catch (IOException | IllegalArgumentException problem) {
            return new Answer(0, note(url, problem));
        }
    }

    /// The body is not read: it may never end, and the limit covers only the head.
    private int status(URI url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(patience).GET().build();
        var answer = client.get().send(request, BodyHandlers.ofInputStream());
        try (var _ = answer.body()) {
            return answer.statusCode();
        }
    }

    private String note(URI url, Exception problem) {
        if (isCausedBy(problem, UnresolvedAddressException.class)
                || isCausedBy(problem, UnknownHostException.class)) {
            return "there is no host " + url.getHost();
        }
        return switch (problem) {
            case HttpTimeoutException _ ->
                    "no answer within %d s".formatted(Math.max(1, patience.toSeconds()));
            case ConnectException _ -> "no connection to " + url.getAuthority();
            case SSLException tls -> "TLS: " + tls.getMessage();
            default -> Optional.ofNullable(problem.getMessage()).orElse(problem.toString());
        };
    }

    private static boolean isCausedBy(Throwable problem, Class<? extends Throwable> kind) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
