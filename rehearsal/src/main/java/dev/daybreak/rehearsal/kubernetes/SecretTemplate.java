package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an ExternalSecret makes of a secret: fields picked one by one (`data`) or all at once
/// (`dataFrom.extract`), through the template's `{{ .field }}` where it has one.
final class SecretTemplate {
    private static final Pattern FIELD = Pattern.compile("\\{\\{-?\\s*\\.(\\w+)\\s*-?}}");

    private SecretTemplate() {}

    /// @throws IllegalStateException where something is missing; the text names it
    static Map<String, String> render(JsonNode spec, Provider provider) {
        var values = new LinkedHashMap<String, String>();
        for (var source : spec.path("dataFrom")) {
            values.putAll(provider.read(source.at("/extract/key").asText()));
        }
        for (var item : spec.path("data")) {
            var remote = item.path("remoteRef");
            var fields = provider.read(remote.path("key").asText());
            var property = remote.path("property").asText();
            values.put(item.path("secretKey").asText(), field(fields, property));
        }
        var template = spec.at("/target/template/data");
        return template.isObject() ? filled(template, values) : values;
    }

    /// Where secrets come from.
    interface Provider {
        /// @throws IllegalStateException where there is no such secret
        Map<String, String> read(String key);
    }

    private static Map<String, String> filled(JsonNode template, Map<String, String> values) {
        var filled = new LinkedHashMap<String, String>();
        template.properties()
                .forEach(
                        line ->
                                filled.put(
                                        line.getKey(),
                                        FIELD.matcher(line.getValue().asText())
                                                .replaceAll(
                                                        found ->
                                                                Matcher.quoteReplacement(
                                                                        field(
                                                                                values,
                                                                                found.group(1))))));
        return filled;
    }

    private static String field(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("could not find field " + name);
        }
        return value;
    }
}
