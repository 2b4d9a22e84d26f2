package dev.daybreak.infra.step;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// What a role may do, on named resources.
///
/// @param conditions operator to key to value, as IAM writes them
/// @param wildcard why a resource is not named in full; empty where all are
public record Permission(
        List<String> actions,
        List<String> resources,
        SortedMap<String, SortedMap<String, String>> conditions,
        Optional<String> wildcard) {
    public Permission {
        actions = actions.stream().sorted().toList();
        resources = List.copyOf(resources);
        conditions = new TreeMap<>(conditions);
    }

    static Permission to(List<String> actions, String... resources) {
        return new Permission(actions, List.of(resources), new TreeMap<>(), Optional.empty());
    }

    Permission because(String reason) {
        return new Permission(actions, resources, conditions, Optional.of(reason));
    }

    Permission when(String operator, String key, String value) {
        var more = new TreeMap<>(conditions);
        more.put(operator, new TreeMap<>(more.getOrDefault(operator, new TreeMap<>())));
        more.get(operator).put(key, value);
        return new Permission(actions, resources, more, wildcard);
    }

    /// As IAM's policies state it.
    public PolicyStatement statement() {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .conditions(conditions)
                .build();
    }
}
