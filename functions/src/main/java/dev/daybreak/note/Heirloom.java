package dev.daybreak.note;

import dev.daybreak.stack.StackResource;
import java.util.List;

/// What the old stack owned of the application's, and the Aurora stack is to own.
///
/// @param resources the secret and the role, as the old stack listed them
/// @param roleTrust the role's trust policy, JSON; blank where its text refers to other resources
public record Heirloom(List<StackResource> resources, String roleTrust) {
    public Heirloom {
        resources = List.copyOf(resources);
    }
}
