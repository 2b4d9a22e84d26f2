package dev.daybreak.rehearsal.asl;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shows Jackson's JSON to the JSONata library without copying it, and takes its results back.
final class JsonView {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonView() {}

    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new Fields(node);
            case ARRAY -> new Elements(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case NULL, MISSING, BINARY, POJO -> Jsonata.NULL_VALUE;
        };
    }

    /// JSONata has one kind of number: 3.0 is 3.
    private static Object number(JsonNode node) {
        if (node.isInt()) {
            return node.intValue();
        }
        return node.isLong() ? node.longValue() : Utils.convertNumber(node.doubleValue());
    }

    /// @return empty for what is no JSON value: a function
    static Optional<JsonNode> node(@Nullable Object value) {
        return Optional.ofNullable(nodeOrNull(value));
    }

    private static @Nullable JsonNode nodeOrNull(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case View view -> view.node();
            case String text -> NODES.textNode(text);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Number number -> NODES.numberNode(number.doubleValue());
            case Boolean truth -> NODES.booleanNode(truth);
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            default -> value == Jsonata.NULL_VALUE ? NODES.nullNode() : null;
        };
    }

    private static @Nullable JsonNode object(Map<?, ?> map) {
        var object = NODES.objectNode();
        for (var entry : map.entrySet()) {
            var value = nodeOrNull(entry.getValue());
            if (value == null) {
                return null;
            }
            object.set(String.valueOf(entry.getKey()), value);
        }
        return object;
    }

    private static @Nullable JsonNode array(List<?> list) {
        var array = NODES.arrayNode(list.size());
        for (var element : list) {
            var value = nodeOrNull(element);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }

    private interface View {
        JsonNode node();
    }

    private static final class Fields extends AbstractMap<String, Object> implements View {
        private final JsonNode node;

        Fields(JsonNode node) {
            this.node = node;
        }

        @Override
        public JsonNode node() {
            return node;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            var value = key instanceof String name ? node.get(name) : null;
            return value == null ? null : of(value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && node.has(name);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    return node.properties().stream()
                            .map(field -> Map.entry(field.getKey(), of(field.getValue())))
                            .iterator();
                }

                @Override
                public int size() {
                    return node.size();
                }
            };
        }
    }

    private static final class Elements extends AbstractList<Object> implements View, RandomAccess {
        private final JsonNode node;

        Elements(JsonNode node) {
            this.node = node;
        }

        @Override
        public JsonNode node() {
            return node;
        }

        @Override
        public Object get(int index) {
            return of(node.get(index));
        }

        @Override
        public int size() {
            return node.size();
        }
    }
}
