package dev.daybreak.infra.step;

import java.util.List;
import java.util.Set;

/// One function.
///
/// @param name of the step, for example `SwapHost`; the workflow calls `${SwapHostFunction}`
/// @param folder of its handler below `dev.daybreak`
/// @param permissions everything that it calls at AWS, and nothing else
public record Step(String name, String folder, Set<Reach> reaches, List<Permission> permissions) {
    public Step {
        reaches = Set.copyOf(reaches);
        permissions = List.copyOf(permissions);
    }

    static Step of(String name, String folder, Set<Reach> reaches, List<Permission> permissions) {
        return new Step(name, folder, reaches, permissions);
    }

    /// The class that Lambda starts.
    public String handler() {
        return "dev.daybreak.%s.%sHandler".formatted(folder, name);
    }

    /// What the state machine's file calls it.
    public String placeholder() {
        return name + "Function";
    }
}
