package dev.daybreak.rehearsal.cloud.template;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A resource of a template.
///
/// @param id its logical id
/// @param retained whether it stays when its stack is deleted
/// @param after the resources that have to be there first
public record Resource(
        String id, ResourceType type, boolean retained, Set<String> after, Properties properties) {
    private static final String DELETION = "DeletionPolicy";
    private static final String REPLACEMENT = "UpdateReplacePolicy";

    public Resource {
        after = Set.copyOf(after);
    }

    /// By name, what the template says each is.
    record Properties(SortedMap<String, Value> all) {}

    static Optional<Resource> load(String id, Spot spot, ValueLoader values) {
        spot.refuseAllBut(Set.of("Type", "Properties", DELETION, REPLACEMENT));
        var type = ResourceType.named(spot.at("Type").node().asText());
        if (type.isEmpty()) {
            spot.at("Type").problem("a rehearsal does not know " + spot.at("Type").node().asText());
            return Optional.empty();
        }
        Known.check(type.get(), spot.at("Properties"));
        var properties = new TreeMap<String, Value>();
        spot.at("Properties")
                .fields()
                .forEach(one -> properties.put(one.getKey(), values.load(one.getValue())));
        var retained = isRetained(spot, DELETION, type.get());
        isRetained(spot, REPLACEMENT, type.get());
        var after = new TreeSet<String>();
        properties.values().forEach(value -> references(value, after));
        return Optional.of(
                new Resource(id, type.get(), retained, after, new Properties(properties)));
    }

    /// Without a policy a resource goes with its stack, but of a cluster AWS takes a snapshot then
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html>),
    /// which a rehearsal does not play.
    private static boolean isRetained(Spot spot, String policy, ResourceType type) {
        if (!spot.has(policy)) {
            if (type == ResourceType.CLUSTER) {
                spot.problem(
                        "%s is missing: AWS's own for a cluster is Snapshot".formatted(policy));
            }
            return false;
        }
        var said = spot.at(policy).text();
        if (!Set.of("Retain", "Delete").contains(said)) {
            spot.at(policy).problem("a rehearsal does not know the policy " + said);
        }
        return said.equals("Retain");
    }

    private static void references(Value value, Set<String> found) {
        switch (value) {
            case Value.ResourceRef(var resource) -> found.add(resource);
            case Value.Attribute(var resource, _) -> found.add(resource);
            case Value.Items(var all) -> all.forEach(one -> references(one, found));
            case Value.Fields(var all) -> all.values().forEach(one -> references(one, found));
            case Value.Joined(_, var items) -> references(items, found);
            case Value.Split(_, var text) -> references(text, found);
            case Value.Selected(_, var items) -> references(items, found);
            case Value.Either(_, var then, var otherwise) -> {
                references(then, found);
                references(otherwise, found);
            }
            case Value.Literal _, Value.None _, Value.ParameterRef _ -> {}
        }
    }
}
