package dev.daybreak.kubernetes;

import java.util.List;

/// One rule of what Daybreak may do in Kubernetes: RBAC grants it, and preflight asks for it.
///
/// @param verbs as RBAC has them: `get`, `list`, `patch`
/// @param group the API group; empty for the core one
/// @param resource plural and in lower case, as in the API's paths
/// @param subresource empty where the object itself is meant
/// @param names the only objects that are meant; empty where RBAC cannot go by name or nobody knows
///   the names before
/// @param why for whoever reads the manifest
public record Grant(
        List<String> verbs,
        String group,
        String resource,
        String subresource,
        List<String> names,
        String namespace,
        String why) {
    public Grant {
        verbs = List.copyOf(verbs);
        names = List.copyOf(names);
    }
}
