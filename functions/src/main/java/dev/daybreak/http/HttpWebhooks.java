package dev.daybreak.http;

import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Webhooks;
import dev.daybreak.runtime.Json;
import dev.daybreak.runtime.Lazy;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Posts by HTTP. Exceptions of the JDK are not passed on, nor their texts: they may hold the URL.
public final class HttpWebhooks implements Webhooks {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UnaryOperator<String> secretTexts;
    private final String scheme;
    private final Duration patience;
    private final Supplier<HttpClient> client;

    /// @param secretTexts a secret's whole text, by its name
    public HttpWebhooks(UnaryOperator<String> secretTexts) {
        this(secretTexts, "https", PATIENCE);
    }

    HttpWebhooks(UnaryOperator<String> secretTexts, String scheme, Duration patience) {
        this.secretTexts = secretTexts;
        this.scheme = scheme;
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
    public void post(String secret, String text) {
        var status = status(secret, request(url(secret), text));
        if (status < 200 || status > 299) {
            throw refused(secret, status);
        }
    }

    private URI url(String secret) {
        var text = secretTexts.apply(secret).strip();
        try {
            var url = new URI(text);
            if (scheme.equals(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException _) {
            // It quotes what it could not read.
        }
        throw new Unexpected(
                "The text of secret %s is no %s address: put the webhook's URL there, and nothing else."
                        .formatted(secret, scheme));
    }

    private HttpRequest request(URI url, String text) {
        var message = Json.MAPPER.createObjectNode().put("text", text).put("mrkdwn", false);
        return HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(message.toString()))
                .build();
    }

    /// The body is not read: the status tells enough, and a body may never end.
    private int status(String secret, HttpRequest request) {
        try {
            var answer = client.get().send(request, BodyHandlers.ofInputStream());
            try (var _ = answer.body()) {
                return answer.statusCode();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unavailable(
                    "Posting to the webhook of secret %s was interrupted.".formatted(secret));
        } catch (IOException problem) {
            throw new Unavailable(
                    "The webhook of secret %s did not answer (%s)."
                            .formatted(secret, problem.getClass().getSimpleName()));
        }
    }

    private static Fault refused(String secret, int status) {
        if (status == 429) {
            return new Throttled(
                    "The webhook of secret %s takes no more messages for now (HTTP 429)."
                            .formatted(secret));
        }
        return status >= 500
                ? new Unavailable(
                        "The webhook of secret %s answered HTTP %d.".formatted(secret, status))
                : new Unexpected(
                        "The webhook of secret %s refused the message (HTTP %d): it was removed, or its channel is gone or closed to it. Make a new one and put its URL into the secret."
                                .formatted(secret, status));
    }
}
