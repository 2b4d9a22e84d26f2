package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// Tells whether an ExternalSecret reads a secret of Secrets Manager. The same secret may be called
/// by its name, its ARN, or its ARN without the six characters that AWS appends ("Troubleshoot AWS
/// Secrets Manager",
/// <https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html>).
final class SecretReferences {
    private static final String ARN_OF_A_SECRET = ":secret:";
    private static final Pattern APPENDED = Pattern.compile("-[A-Za-z0-9]{6}$");

    private SecretReferences() {}

    static boolean reads(JsonNode spec, String secret) {
        var names = names(secret);
        var byKey =
                Stream.concat(
                                Fields.items(spec.path("data")).map(item -> item.path("remoteRef")),
                                Fields.items(spec.path("dataFrom"))
                                        .map(item -> item.path("extract")))
                        .map(reference -> reference.path("key").asText())
                        .anyMatch(key -> !Collections.disjoint(names(key), names));
        return byKey
                || Fields.items(spec.path("dataFrom"))
                        .map(item -> item.path("find"))
                        .anyMatch(find -> names.stream().anyMatch(name -> finds(find, name)));
    }

    /// A search by tags only is passed over: the cluster does not know a secret's tags.
    private static boolean finds(JsonNode find, String name) {
        var expression = Fields.text(find.at("/name/regexp"));
        var path = Fields.text(find.path("path"));
        return (expression.isPresent() || path.isPresent())
                && name.startsWith(path.orElse(""))
                && expression.map(it -> matches(it, name)).orElse(true);
    }

    /// Go's expressions are nearly Java's; one that Java cannot read counts as a match, because to
    /// miss a reader is worse than to refresh one in vain.
    private static boolean matches(String expression, String name) {
        try {
            return Pattern.compile(expression).matcher(name).find();
        } catch (PatternSyntaxException _) {
            return true;
        }
    }

    private static Set<String> names(String id) {
        var at = id.startsWith("arn:") ? id.indexOf(ARN_OF_A_SECRET) : -1;
        if (at < 0) {
            return Set.of(id);
        }
        var name = id.substring(at + ARN_OF_A_SECRET.length());
        var bare = APPENDED.matcher(name).replaceFirst("");
        return bare.equals(name) ? Set.of(name) : Set.of(name, bare);
    }
}
