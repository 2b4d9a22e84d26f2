package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Loads the rules of a Choice state.
record ConditionLoader(Language language) {
    private static final Set<String> OF_RULE = Set.of("Next", "Assign", "Comment");

    Optional<State.Choice.Rule> rule(Fields rule, ExitLoader exits) {
        var exit = exits.next(rule);
        return switch (language) {
            case JSONATA -> {
                rule.refuseAllBut(
                        Set.of("Condition", "Next", "Assign", "Comment", "Output"), language);
                yield query(rule)
                        .map(c -> new State.Choice.Rule(c, rule.get("Condition").asText(), exit));
            }
            case JSONPATH ->
                    operators(rule, OF_RULE)
                            .map(c -> new State.Choice.Rule(c, label(rule.object()), exit));
        };
    }

    private static String label(JsonNode rule) {
        var condition = rule.deepCopy();
        if (condition instanceof ObjectNode object) {
            object.remove(OF_RULE);
        }
        return condition.toString();
    }

    private static Optional<Condition> query(Fields rule) {
        var condition = rule.get("Condition");
        if (condition.isBoolean()) {
            return Optional.of(new Condition.Always(condition.booleanValue()));
        }
        if (!TemplateLoader.isQuery(condition)) {
            rule.place().invalid("the Condition must be true, false or {% … %}");
            return Optional.empty();
        }
        return TemplateLoader.query(condition.textValue(), rule.at("Condition"))
                .map(Condition.Query::new);
    }

    /// @param others fields that are no part of the condition
    private Optional<Condition> operators(Fields rule, Set<String> others) {
        var found = new ArrayList<Condition>();
        for (var field : rule.object().properties()) {
            var name = field.getKey();
            switch (name) {
                case "Variable" -> {}
                case "And" -> found.add(new Condition.And(each(rule, name)));
                case "Or" -> found.add(new Condition.Or(each(rule, name)));
                case "Not" ->
                        rule.requiredObject(name)
                                .flatMap(inner -> operators(inner, Set.of("Comment")))
                                .map(Condition.Not::new)
                                .ifPresent(found::add);
                default -> {
                    if (!others.contains(name)) {
                        compare(rule, name).ifPresent(found::add);
                    }
                }
            }
        }
        if (found.size() > 1) {
            rule.place().invalid("must have one operator only");
        }
        return found.stream().findFirst();
    }

    private List<Condition> each(Fields rule, String name) {
        return rule.objects(name).stream()
                .flatMap(inner -> operators(inner, Set.of("Comment")).stream())
                .toList();
    }

    private static Optional<Condition> compare(Fields rule, String name) {
        var withPath = name.endsWith("Path");
        var plain = withPath ? name.substring(0, name.length() - "Path".length()) : name;
        var comparison = Comparison.named(plain);
        if (comparison.isEmpty()) {
            rule.at(name).invalid("there is no operator " + name);
            return Optional.empty();
        }
        var variable =
                rule.requiredText("Variable")
                        .flatMap(path -> TemplateLoader.path(path, rule.at("Variable")));
        Optional<Template> other =
                withPath
                        ? TemplateLoader.path(rule.get(name).asText(), rule.at(name))
                                .map(path -> new Template.Reference(path, name))
                        : Optional.of(new Template.Literal(rule.get(name)));
        return variable.flatMap(
                path -> other.map(o -> new Condition.Compare(path, comparison.get(), o)));
    }
}
