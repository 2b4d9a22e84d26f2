package dev.daybreak.handover;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.runtime.Json;
import dev.daybreak.stack.StackResource;
import java.util.List;
import java.util.Set;

/// The template of a stack, as JSON that can be changed.
///
/// @param tree the whole of it
record OldTemplate(ObjectNode tree) {
    static final String SECRET = "AWS::SecretsManager::Secret";
    static final String ATTACHMENT = "AWS::SecretsManager::SecretTargetAttachment";
    static final String ROLE = "AWS::IAM::Role";

    /// What carries a role's grants; deleted with the stack, it would leave the role without them.
    private static final Set<String> POLICIES = Set.of("AWS::IAM::Policy", "AWS::IAM::RolePolicy");

    /// What an order may hold itself
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html>).
    static final int CHARACTERS_MAX = 51_200;

    private static final String RETAIN = "Retain";

    static OldTemplate read(String stack, String text) {
        try {
            if (Json.MAPPER.readTree(text) instanceof ObjectNode tree
                    && tree.path("Resources").isObject()) {
                return new OldTemplate(tree);
            }
        } catch (JacksonException _) {
            // Not JSON: told below.
        }
        throw new Unexpected(
                "The template of stack %s is YAML; Daybreak changes JSON only. Convert it (cfn-flip, or rain fmt --json), update the stack with the JSON, then start decommission again."
                        .formatted(stack));
    }

    /// The logical ids of what must outlive the stack.
    List<String> kept(List<StackResource> heirs) {
        var roles =
                heirs.stream()
                        .filter(one -> one.type().equals(ROLE))
                        .map(StackResource::logicalId)
                        .toList();
        return tree.path("Resources").properties().stream()
                .filter(one -> isKept(one.getKey(), one.getValue(), heirs, roles))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static boolean isKept(
            String id, JsonNode resource, List<StackResource> heirs, List<String> roles) {
        var type = resource.path("Type").asText();
        return type.equals(ATTACHMENT)
                || heirs.stream().anyMatch(heir -> heir.logicalId().equals(id))
                || (POLICIES.contains(type)
                        && roles.stream().anyMatch(role -> names(resource, role)));
    }

    /// Whether the resource refers to a logical id, however deep.
    private static boolean names(JsonNode node, String id) {
        if (node.isTextual()) {
            return node.asText().equals(id) || node.asText().contains("${" + id);
        }
        for (var part : node) {
            if (names(part, id)) {
                return true;
            }
        }
        return false;
    }

    /// Which of these would still go with the stack.
    List<String> unretained(List<String> ids) {
        return ids.stream().filter(id -> !isRetained(resource(id))).toList();
    }

    private static boolean isRetained(JsonNode resource) {
        return resource.path("DeletionPolicy").asText().equals(RETAIN)
                && resource.path("UpdateReplacePolicy").asText().equals(RETAIN);
    }

    JsonNode resource(String id) {
        return tree.path("Resources").path(id);
    }

    /// The same with these retained.
    String retaining(List<String> ids) {
        var copy = tree.deepCopy();
        for (var id : ids) {
            ((ObjectNode) copy.path("Resources").path(id))
                    .put("DeletionPolicy", RETAIN)
                    .put("UpdateReplacePolicy", RETAIN);
        }
        return copy.toString();
    }
}
