package dev.daybreak.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the SDK sent.
public record WireRequest(String action, String body) {
    private static final String ACTION = "Action=";

    /// Query puts the action into the form, JSON into a header, REST and CBOR into the path.
    static WireRequest of(HttpExchange exchange, String body) {
        var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        return new WireRequest(
                target.map(text -> text.substring(text.lastIndexOf('.') + 1))
                        .orElseGet(() -> action(exchange.getRequestURI().getPath(), body)),
                body);
    }

    /// The body's fields where it is a form.
    Map<String, String> form() {
        return Stream.of(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String action(String path, String body) {
        return body.startsWith(ACTION)
                ? body.substring(ACTION.length()).split("&", 2)[0]
                : path.substring(path.lastIndexOf('/') + 1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
