package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What the values of a template come to in one stack: its parameters, and the resources that it
/// has made so far. The caller locks.
public final class Scope {
    /// In what a resource tells of itself, the name of what `Ref` gives.
    public static final String REF = "Ref";

    private final Template template;
    private final Map<String, JsonNode> parameters;
    private final SortedMap<String, Map<String, String>> made = new TreeMap<>();

    Scope(Template template, Map<String, JsonNode> parameters) {
        this.template = template;
        this.parameters = Map.copyOf(parameters);
    }

    /// A resource is there now.
    ///
    /// @param facts what `Ref` and `Fn::GetAtt` give, by name
    public void made(Resource resource, Map<String, String> facts) {
        made.put(resource.id(), Map.copyOf(facts));
    }

    /// Logical ids of what is there.
    public SortedMap<String, Map<String, String>> made() {
        return new TreeMap<>(made);
    }

    /// What the template says of a resource; a property without a value is not there.
    public ObjectNode properties(Resource resource) {
        return object(resource.properties().all());
    }

    /// Once every resource is there.
    public SortedMap<String, String> outputs() {
        var outputs = new TreeMap<String, String>();
        template.outputs().forEach((name, one) -> outputs.put(name, text(one.value())));
        return outputs;
    }

    /// The names that the outputs are exported under, which are unique in a region.
    public SortedMap<String, String> exports() {
        var exports = new TreeMap<String, String>();
        template.outputs()
                .forEach(
                        (name, one) ->
                                one.export().ifPresent(value -> exports.put(name, text(value))));
        return exports;
    }

    private ObjectNode object(Map<String, Value> values) {
        var object = JsonNodeFactory.instance.objectNode();
        values.forEach(
                (name, value) -> {
                    var node = node(value);
                    if (!node.isMissingNode()) {
                        object.set(name, node);
                    }
                });
        return object;
    }

    private String text(Value value) {
        return node(value).asText();
    }

    private JsonNode node(Value value) {
        return switch (value) {
            case Value.Literal(var node) -> node;
            case Value.None _ -> MissingNode.getInstance();
            case Value.Fields(var all) -> object(all);
            case Value.Items(var all) -> {
                var list = JsonNodeFactory.instance.arrayNode();
                all.stream().map(this::node).filter(one -> !one.isMissingNode()).forEach(list::add);
                yield list;
            }
            case Value.ParameterRef(var name) ->
                    parameters.getOrDefault(name, MissingNode.getInstance());
            case Value.ResourceRef(var resource) -> fact(resource, REF);
            case Value.Attribute(var resource, var name) -> fact(resource, name);
            case Value.Joined(var by, var items) ->
                    TextNode.valueOf(
                            StreamSupport.stream(node(items).spliterator(), false)
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(by)));
            case Value.Split(var at, var text) -> split(text(text), at);
            case Value.Selected(var index, var items) -> node(items).path(index);
            case Value.Either(var condition, var then, var otherwise) ->
                    node(holds(template.condition(condition)) ? then : otherwise);
        };
    }

    private static JsonNode split(String text, String at) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var part : text.split(Pattern.quote(at), -1)) {
            list.add(part);
        }
        return list;
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Equal(var left, var right) -> text(left).equals(text(right));
            case Condition.Not(var other) -> !holds(other);
        };
    }

    private JsonNode fact(String resource, String name) {
        var facts = made.get(resource);
        if (facts == null || !facts.containsKey(name)) {
            throw new IllegalStateException("%s of %s is not known yet".formatted(name, resource));
        }
        return TextNode.valueOf(facts.get(name));
    }
}
