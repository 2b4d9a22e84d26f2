package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// A parameter of a template, and what `CreateStack` lets it be.
///
/// @param allowed the only values that it may have; empty where all are
/// @param constraint how AWS puts the pattern, for people
record Parameter(
        String name,
        String type,
        Optional<String> defaultValue,
        Optional<Pattern> pattern,
        List<String> allowed,
        Optional<String> constraint) {
    private static final String SUBNETS = "List<AWS::EC2::Subnet::Id>";

    /// By type, what AWS looks up in the account: here it must at least look like one.
    private static final Map<String, String> LOOKED_UP =
            Map.of("AWS::EC2::VPC::Id", "vpc-[0-9a-f]{8,17}", SUBNETS, "subnet-[0-9a-f]{8,17}");

    private static final Set<String> KNOWN =
            Set.of(
                    "Type",
                    "Default",
                    "AllowedPattern",
                    "AllowedValues",
                    "ConstraintDescription",
                    "Description");

    Parameter {
        allowed = List.copyOf(allowed);
    }

    static Parameter load(String name, Spot spot) {
        spot.refuseAllBut(KNOWN);
        spot.demand(Set.of("Type"));
        var type = spot.at("Type");
        if (!type.node().asText().equals("String")
                && !LOOKED_UP.containsKey(type.node().asText())) {
            type.problem("a rehearsal does not know the type " + type.node().asText());
        }
        return new Parameter(
                name,
                type.node().asText(),
                textIfAny(spot, "Default"),
                pattern(spot),
                spot.has("AllowedValues")
                        ? spot.at("AllowedValues").elements().stream().map(Spot::text).toList()
                        : List.of(),
                textIfAny(spot, "ConstraintDescription"));
    }

    private static Optional<String> textIfAny(Spot spot, String field) {
        return spot.has(field) ? Optional.of(spot.at(field).text()) : Optional.empty();
    }

    private static Optional<Pattern> pattern(Spot spot) {
        try {
            return textIfAny(spot, "AllowedPattern").map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            spot.at("AllowedPattern").problem("is no pattern: " + e.getDescription());
            return Optional.empty();
        }
    }

    /// What `CreateStack` says against a value, where it says something.
    Optional<String> problem(String value) {
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            return Optional.of(
                    "Parameter '%s' must be one of AllowedValues (%s)"
                            .formatted(name, String.join(", ", allowed)));
        }
        if (pattern.filter(one -> !one.matcher(value).matches()).isPresent()) {
            return Optional.of(
                    constraint.isPresent()
                            ? "Parameter %s failed to satisfy constraint: %s"
                                    .formatted(name, constraint.get())
                            : "Parameter '%s' must match pattern %s"
                                    .formatted(name, pattern.orElseThrow()));
        }
        return Optional.ofNullable(LOOKED_UP.get(type))
                .flatMap(
                        form ->
                                parts(value)
                                        .filter(one -> !one.matches(form))
                                        .findFirst()
                                        .map(this::nowhere));
    }

    private String nowhere(String value) {
        return "Parameter validation failed: parameter value %s for parameter name %s does not exist"
                .formatted(value, name);
    }

    /// A list's text is one value after the other, with commas between them.
    JsonNode read(String value) {
        if (!type.equals(SUBNETS)) {
            return TextNode.valueOf(value);
        }
        var list = JsonNodeFactory.instance.arrayNode();
        parts(value).forEach(list::add);
        return list;
    }

    private Stream<String> parts(String value) {
        return type.equals(SUBNETS) ? Stream.of(value.split(",", -1)) : Stream.of(value);
    }
}
