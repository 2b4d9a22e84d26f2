package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Predicate;

/// Values that a state needs to be of a certain type.
final class Typed {
    private Typed() {}

    static JsonNode array(Template template, Bindings bindings, String field) {
        return value(template, bindings, field, "array", JsonNode::isArray);
    }

    static double number(Template template, Bindings bindings, String field) {
        return value(template, bindings, field, "number", JsonNode::isNumber).doubleValue();
    }

    static String text(Template template, Bindings bindings, String field) {
        return value(template, bindings, field, "string", JsonNode::isTextual).textValue();
    }

    private static JsonNode value(
            Template template,
            Bindings bindings,
            String field,
            String wanted,
            Predicate<JsonNode> fits) {
        var value = template.render(bindings);
        if (fits.test(value)) {
            return value;
        }
        if (template instanceof Template.Query(var expression, var location)) {
            throw QueryFailed.of(expression, location, Condition.unexpected(wanted, value));
        }
        throw QueryFailed.at(
                field,
                "The field '%s' must be of type '%s', but was '%s' for value: %s"
                        .formatted(field, wanted, typeOf(value), value));
    }

    /// JSON's own word for what it is.
    static String typeOf(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
