package dev.daybreak.rehearsal.asl;

import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Compiles the values of a state.
final class TemplateLoader {
    private static final String REFERENCE = ".$";

    private TemplateLoader() {}

    /// The template of a field that may be left out.
    static Optional<Template> field(Fields fields, String name, Language language) {
        return fields.has(name)
                ? Optional.of(compile(fields.get(name), fields.at(name), name, language))
                : Optional.empty();
    }

    /// @param location the way to the value inside of its state, as histories show it
    static Template compile(JsonNode value, Place place, String location, Language language) {
        if (value.isObject()) {
            return object(value, place, location, language);
        }
        if (value.isArray()) {
            return array(value, place, location, language);
        }
        if (language == Language.JSONATA && isQuery(value)) {
            return query(value.textValue(), place)
                    .<Template>map(expression -> new Template.Query(expression, location))
                    .orElse(new Template.Literal(value));
        }
        return new Template.Literal(value);
    }

    static boolean isQuery(JsonNode value) {
        return value.isTextual()
                && value.textValue().startsWith("{%")
                && value.textValue().endsWith("%}");
    }

    static Optional<Expression> query(String text, Place place) {
        try {
            var expression = Expression.compile(text.substring(2, text.length() - 2).strip());
            if (expression.names().contains("eval")) {
                place.invalid("Step Functions has no $eval");
            }
            return Optional.of(expression);
        } catch (JException e) {
            place.invalid("is no JSONata: %s (%s)".formatted(e.getMessage(), e.getError()));
            return Optional.empty();
        }
    }

    private static Template object(
            JsonNode value, Place place, String location, Language language) {
        var fields = new LinkedHashMap<String, Template>();
        for (var field : value.properties()) {
            var name = field.getKey();
            var here = place.at(name);
            if (language == Language.JSONPATH && name.endsWith(REFERENCE)) {
                var plain = name.substring(0, name.length() - REFERENCE.length());
                reference(field.getValue(), here, name).ifPresent(path -> fields.put(plain, path));
            } else {
                fields.put(name, compile(field.getValue(), here, location + "/" + name, language));
            }
        }
        return isLiteral(fields.values())
                ? new Template.Literal(value)
                : new Template.Fields(fields);
    }

    private static Template array(JsonNode value, Place place, String location, Language language) {
        var elements = new ArrayList<Template>();
        for (var element : value) {
            var index = elements.size();
            var there = location + "[" + index + "]";
            elements.add(compile(element, place.at(index), there, language));
        }
        return isLiteral(elements) ? new Template.Literal(value) : new Template.Elements(elements);
    }

    private static boolean isLiteral(Iterable<Template> templates) {
        for (var template : templates) {
            if (!(template instanceof Template.Literal)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Template> reference(JsonNode value, Place place, String field) {
        if (!value.isTextual()) {
            place.invalid("must be a path");
            return Optional.empty();
        }
        return path(value.textValue(), place).map(path -> new Template.Reference(path, field));
    }

    static Optional<ReferencePath> path(String text, Place place) {
        var path = ReferencePath.of(text);
        if (path.isEmpty()) {
            place.unsupported(
                    text.startsWith("States.")
                            ? "intrinsic functions are not supported"
                            : "only paths like $.a.b are supported");
        }
        return path;
    }
}
