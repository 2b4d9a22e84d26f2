package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads values. It knows the functions that Daybreak's templates use, and refuses every other.
record ValueLoader(Names names) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Value NOTHING = new Value.None();

    Value load(Spot spot) {
        var node = spot.node();
        if (node.isArray()) {
            return items(spot.elements());
        }
        if (node.isValueNode() && !node.isNull()) {
            return new Value.Literal(node);
        }
        var fields = spot.fields();
        if (fields.size() == 1) {
            var name = fields.getFirst().getKey();
            if (name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::")) {
                return function(name, fields.getFirst().getValue());
            }
        }
        var all = new TreeMap<String, Value>();
        fields.forEach(field -> all.put(field.getKey(), load(field.getValue())));
        return new Value.Fields(all);
    }

    Condition condition(Spot spot) {
        var fields = spot.fields();
        var name = fields.size() == 1 ? fields.getFirst().getKey() : "this";
        if (name.equals("Fn::Equals") && sized(fields.getFirst().getValue(), 2)) {
            var sides = fields.getFirst().getValue().elements();
            return new Condition.Equal(load(sides.getFirst()), load(sides.getLast()));
        }
        if (name.equals("Fn::Not") && sized(fields.getFirst().getValue(), 1)) {
            return new Condition.Not(condition(fields.getFirst().getValue().elements().getFirst()));
        }
        spot.problem("a rehearsal does not know %s as a condition".formatted(name));
        return new Condition.Equal(NOTHING, NOTHING);
    }

    private Value function(String name, Spot spot) {
        return switch (name) {
            case "Ref" -> reference(spot.text(), spot);
            case "Fn::Sub" -> substituted(spot);
            case "Fn::Join" -> joined(spot);
            case "Fn::Split" -> split(spot);
            case "Fn::Select" -> selected(spot);
            case "Fn::GetAtt" -> attribute(spot);
            case "Fn::If" -> either(spot);
            default -> {
                spot.problem("a rehearsal does not know " + name);
                yield NOTHING;
            }
        };
    }

    private Value reference(String name, Spot spot) {
        if (names.parameters().contains(name)) {
            return new Value.ParameterRef(name);
        }
        if (names.resources().containsKey(name)) {
            return new Value.ResourceRef(name);
        }
        if (!name.equals("AWS::NoValue")) {
            spot.problem("there is no %s to refer to".formatted(name));
        }
        return NOTHING;
    }

    private Value substituted(Spot spot) {
        var text = spot.text();
        var parts = new ArrayList<Value>();
        var matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            parts.add(literal(text.substring(from, matcher.start())));
            parts.add(reference(matcher.group(1), spot));
            from = matcher.end();
        }
        parts.add(literal(text.substring(from)));
        return new Value.Joined("", new Value.Items(parts));
    }

    private Value joined(Spot spot) {
        return sized(spot, 2) ? new Value.Joined(first(spot).text(), load(second(spot))) : NOTHING;
    }

    private Value split(Spot spot) {
        return sized(spot, 2) ? new Value.Split(first(spot).text(), load(second(spot))) : NOTHING;
    }

    private Value selected(Spot spot) {
        if (!sized(spot, 2)) {
            return NOTHING;
        }
        var index = first(spot);
        if (!index.node().asText().matches("[0-9]{1,4}")) {
            index.problem("must be a number");
            return NOTHING;
        }
        return new Value.Selected(index.node().asInt(), load(second(spot)));
    }

    private Value attribute(Spot spot) {
        if (!sized(spot, 2)) {
            return NOTHING;
        }
        var resource = first(spot).text();
        var name = second(spot).text();
        var type = names.resources().get(resource);
        if (type == null || !Known.of(type).attributes().contains(name)) {
            spot.problem("a rehearsal knows no %s of %s".formatted(name, resource));
            return NOTHING;
        }
        return new Value.Attribute(resource, name);
    }

    private Value either(Spot spot) {
        if (!sized(spot, 3)) {
            return NOTHING;
        }
        var condition = first(spot).text();
        if (!names.conditions().contains(condition)) {
            first(spot).problem("there is no condition " + condition);
        }
        return new Value.Either(condition, load(second(spot)), load(spot.elements().getLast()));
    }

    private Value.Items items(List<Spot> spots) {
        return new Value.Items(spots.stream().map(this::load).toList());
    }

    private static Value literal(String text) {
        return new Value.Literal(TextNode.valueOf(text));
    }

    private static boolean sized(Spot spot, int size) {
        boolean fits = spot.node().isArray() && spot.node().size() == size;
        if (!fits) {
            spot.problem("must be a list of %d".formatted(size));
        }
        return fits;
    }

    private static Spot first(Spot spot) {
        return spot.elements().getFirst();
    }

    private static Spot second(Spot spot) {
        return spot.elements().get(1);
    }
}
