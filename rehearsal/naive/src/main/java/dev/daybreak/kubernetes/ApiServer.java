package dev.daybreak.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A cluster's API server, asked with the HTTP client that fabric8 brings along, in the place of the
/// real class of this name; everything else is as there.
public record ApiServer(URI endpoint, Optional<String> authority, Supplier<String> token) {
    /// Until a connection stands.
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /// Until an answer is there; the workflow tries again, so a call itself never does.
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    /// A client for the whole process; closing it is the caller's.
    public KubernetesClient connect() {
        var config =
                new ConfigBuilder(Config.empty())
                        .withMasterUrl(endpoint.toString())
                        .withOauthTokenProvider(token::get)
                        .withConnectionTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis()))
                        .withRequestTimeout(Math.toIntExact(ANSWER_LIMIT.toMillis()))
                        .withRequestRetryBackoffLimit(0)
                        .withHttp2Disable(true);
        authority.ifPresent(config::withCaCertData);
        return new KubernetesClientBuilder().withConfig(config.build()).build();
    }

    @Override
    public String toString() {
        return "API server at " + endpoint;
    }
}
