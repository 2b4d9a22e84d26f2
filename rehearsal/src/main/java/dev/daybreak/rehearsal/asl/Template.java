package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value of a definition with the expressions in it compiled.
public sealed interface Template {
    /// @throws QueryFailed when an expression in it can't be evaluated
    JsonNode render(Bindings bindings);

    /// The value of one of its fields, if it has such a field and no expression is in it.
    default Optional<JsonNode> literal(String field) {
        return Optional.empty();
    }

    /// No expression anywhere in it: handed on as it is, never copied.
    record Literal(JsonNode value) implements Template {
        @Override
        public JsonNode render(Bindings bindings) {
            return value;
        }

        @Override
        public Optional<JsonNode> literal(String field) {
            return Optional.ofNullable(value.get(field));
        }
    }

    /// `{% … %}`
    record Query(Expression expression, String location) implements Template {
        @Override
        public JsonNode render(Bindings bindings) {
            return expression.evaluate(bindings, location);
        }
    }

    /// A field `"name.$": "$.path"` of a JSONPath state.
    record Reference(ReferencePath path, String field) implements Template {
        @Override
        public JsonNode render(Bindings bindings) {
            return path.find(bindings)
                    .orElseThrow(
                            () -> QueryFailed.noSuchPath(path.text(), field, bindings.input()));
        }
    }

    record Fields(Map<String, Template> fields) implements Template {
        @Override
        public JsonNode render(Bindings bindings) {
            var object = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, field) -> object.set(name, field.render(bindings)));
            return object;
        }

        @Override
        public Optional<JsonNode> literal(String field) {
            return fields.get(field) instanceof Literal(var value)
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }

    record Elements(List<Template> elements) implements Template {
        @Override
        public JsonNode render(Bindings bindings) {
            var array = JsonNodeFactory.instance.arrayNode(elements.size());
            elements.forEach(element -> array.add(element.render(bindings)));
            return array;
        }
    }
}
