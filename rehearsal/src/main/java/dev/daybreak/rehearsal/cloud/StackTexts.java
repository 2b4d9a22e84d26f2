package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.stack.StackResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each stack's template says and what it owns. The caller locks.
final class StackTexts {
    private final Region region;
    private final Map<String, ObjectNode> templates = new HashMap<>();
    private final Map<String, List<StackResource>> resources = new HashMap<>();

    StackTexts(Region region) {
        this.region = region;
    }

    void write(String stack, ObjectNode template) {
        templates.put(stack, template);
    }

    void own(String stack, List<StackResource> all) {
        resources.put(stack, List.copyOf(all));
    }

    List<StackResource> owned(String stack) {
        return resources.getOrDefault(stack, List.of());
    }

    Set<String> owners() {
        return Set.copyOf(resources.keySet());
    }

    void move(String stack, String what) {
        var held = held(stack);
        region.stacks.put(stack, region.now(), held.in(what + "_IN_PROGRESS", Optional.empty()));
        region.stacks.write(
                new Ledger.Moment<>(
                        region.soon(),
                        stack,
                        Optional.of(held.in(what + "_COMPLETE", Optional.empty()))));
    }

    void demandSettled(String stack) {
        var status = held(stack).status();
        if (!status.endsWith("_COMPLETE")) {
            throw new Unexpected(
                    "ValidationError: Stack %s is in %s state and can not be updated."
                            .formatted(stack, status));
        }
    }

    HeldStack held(String stack) {
        return region.stacks
                .find(stack, region.now())
                .orElseThrow(
                        () ->
                                new Unexpected(
                                        "ValidationError: Stack %s does not exist"
                                                .formatted(stack)));
    }

    ObjectNode demand(String stack) {
        return Optional.ofNullable(templates.get(stack))
                .orElseThrow(
                        () ->
                                new Unexpected(
                                        "ValidationError: Stack %s has no template here"
                                                .formatted(stack)));
    }
}
