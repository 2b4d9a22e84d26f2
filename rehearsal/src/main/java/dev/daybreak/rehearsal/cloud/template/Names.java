package dev.daybreak.rehearsal.cloud.template;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the values of a template may refer to.
record Names(Set<String> parameters, Set<String> conditions, Map<String, ResourceType> resources) {
    static Names of(Spot root) {
        return new Names(keys(root, "Parameters"), keys(root, "Conditions"), types(root));
    }

    private static Set<String> keys(Spot root, String section) {
        var keys = new TreeSet<String>();
        root.node().path(section).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /// Of an unknown type there is nothing to refer to; that it is unknown is said elsewhere.
    private static SortedMap<String, ResourceType> types(Spot root) {
        var types = new TreeMap<String, ResourceType>();
        for (var one : root.node().path("Resources").properties()) {
            ResourceType.named(one.getValue().path("Type").asText())
                    .ifPresent(type -> types.put(one.getKey(), type));
        }
        return types;
    }
}
