package dev.daybreak.runtime;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.daybreak.aws.Duty;
import dev.daybreak.fault.BadInput;
import dev.daybreak.postgres.Tls;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a handler is told by its environment.
///
/// @param migration the migration's settings, the JSON of `migration.json`
/// @param topic ARN of the topic that alerts go to
/// @param template where CloudFormation finds the Aurora template
/// @param kept logical ids in that template that no update may replace or delete
/// @param tls how connections to the databases are encrypted: `require`, or with the server's
///   certificate and name checked, `verify-full:` and the path of the CA's certificate (PEM) beside
///   the handlers, for example `verify-full:/var/task/global-bundle.pem`
///   (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html>)
/// @param cloudFormationRole that CloudFormation takes on
/// @param roles which role has a duty; the handler's own where none is named
public record Settings(
        String migration,
        String region,
        String topic,
        URI template,
        List<String> kept,
        Tls tls,
        Optional<String> cloudFormationRole,
        Map<Duty, String> roles) {
    public Settings {
        kept = List.copyOf(kept);
        roles = Map.copyOf(roles);
    }

    static final String MIGRATION = "DAYBREAK_MIGRATION";
    static final String TOPIC = "DAYBREAK_TOPIC";
    static final String TEMPLATE = "DAYBREAK_TEMPLATE_URL";
    static final String KEPT = "DAYBREAK_TEMPLATE_KEEPS";
    static final String TLS = "DAYBREAK_TLS";
    static final String CLOUDFORMATION_ROLE = "DAYBREAK_CLOUDFORMATION_ROLE";
    static final String ROLES = "DAYBREAK_ROLES";

    /// Set by Lambda itself.
    static final String REGION = "AWS_REGION";

    private static final String VERIFY = "verify-full:";

    private static final TypeReference<Map<Duty, String>> BY_DUTY = new TypeReference<>() {};

    /// Reads them; a `BadInput` lists everything that is missing or malformed.
    public static Settings from(Map<String, String> environment) {
        var reading = new Reading(environment, new ArrayList<>());
        var settings =
                new Settings(
                        reading.text(MIGRATION),
                        reading.text(REGION),
                        reading.text(TOPIC),
                        reading.parsed(TEMPLATE, Settings::https, URI.create("https://missing")),
                        reading.parsed(KEPT, Settings::names, List.of()),
                        reading.parsed(TLS, Settings::tls, Tls.REQUIRE),
                        reading.optional(CLOUDFORMATION_ROLE),
                        reading.optional(ROLES).isEmpty()
                                ? Map.of()
                                : reading.parsed(ROLES, Settings::roles, Map.of()));
        reading.refuseProblems();
        return settings;
    }

    private static URI https(String text) {
        var url = URI.create(text);
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("it is no https address");
        }
        return url;
    }

    private static List<String> names(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .peek(
                        name -> {
                            if (!name.matches("[A-Za-z0-9]+")) {
                                throw new IllegalArgumentException(
                                        "'%s' is no logical id".formatted(name));
                            }
                        })
                .toList();
    }

    private static Tls tls(String text) {
        if (text.equals("require")) {
            return Tls.REQUIRE;
        }
        if (text.startsWith(VERIFY) && text.length() > VERIFY.length()) {
            return new Tls("verify-full", Optional.of(text.substring(VERIFY.length())));
        }
        throw new IllegalArgumentException(
                "it is neither 'require' nor '%s' and the path of a certificate".formatted(VERIFY));
    }

    private static Map<Duty, String> roles(String text) {
        try {
            return Json.MAPPER.readValue(text, BY_DUTY);
        } catch (JacksonException _) {
            throw new IllegalArgumentException(
                    "it is no JSON object from %s to role ARNs".formatted(List.of(Duty.values())));
        }
    }

    /// Collects problems while it reads.
    private record Reading(Map<String, String> environment, List<String> problems) {
        Optional<String> optional(String name) {
            return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
        }

        String text(String name) {
            return parsed(name, Function.identity(), "");
        }

        <T> T parsed(String name, Function<String, T> parser, T otherwise) {
            var text = optional(name);
            if (text.isEmpty()) {
                problems.add(name + " is missing");
                return otherwise;
            }
            try {
                return parser.apply(text.get());
            } catch (IllegalArgumentException problem) {
                problems.add("%s: %s".formatted(name, problem.getMessage()));
                return otherwise;
            }
        }

        void refuseProblems() {
            if (!problems.isEmpty()) {
                throw new BadInput(
                        "The function's environment is not complete: %s. Deploy it again."
                                .formatted(String.join("; ", problems)));
            }
        }
    }
}
