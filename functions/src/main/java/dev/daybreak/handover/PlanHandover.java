package dev.daybreak.handover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Heirloom;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.ports.Stacks;
import dev.daybreak.runtime.Journal;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.stack.StackResource;
import java.util.List;

/// Looks what of the application's the old stack owns, and notes it down: once that stack is
/// deleted, nobody can tell any more.
public final class PlanHandover {
    private final Migration migration;
    private final Journal journal;
    private final StackChanges changes;
    private final Stacks stacks;
    private final Secrets secrets;

    public PlanHandover(
            Migration migration,
            Journal journal,
            StackChanges changes,
            Stacks stacks,
            Secrets secrets) {
        this.migration = migration;
        this.journal = journal;
        this.changes = changes;
        this.stacks = stacks;
        this.secrets = secrets;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what must outlive the old stack.
        record Planned(List<String> kept) implements Answer {
            public Planned {
                kept = List.copyOf(kept);
            }
        }

        /// No old stack owns anything of it.
        record Nothing() implements Answer {}

        /// It cannot be handed over as it is.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var stack = migration.decommission().oldStack();
        if (stack.isEmpty() || stacks.find(stack.get()).isEmpty()) {
            return new Answer.Nothing();
        }
        var name = stack.get();
        var template = OldTemplate.read(name, changes.template(name));
        var heirs = heirs(name);
        var role = migration.decommission().applicationRole();
        if (role.isPresent() && heirs.stream().noneMatch(PlanHandover::isRole)) {
            return new Answer.Refused(
                    "Stack %s owns no IAM role %s; mend decommission.applicationRole."
                            .formatted(name, role.get()));
        }
        var text = template.retaining(template.kept(heirs));
        if (text.length() > OldTemplate.CHARACTERS_MAX) {
            return new Answer.Refused(
                    "The template of stack %s has %d characters, and an update takes %d. Set DeletionPolicy and UpdateReplacePolicy of %s to Retain yourself, deploy, and start decommission again with decommission.remove: instance and without oldStack."
                            .formatted(
                                    name,
                                    text.length(),
                                    OldTemplate.CHARACTERS_MAX,
                                    template.kept(heirs)));
        }
        journal.write(new Heirloom(heirs, trust(template, heirs)));
        return new Answer.Planned(template.kept(heirs));
    }

    private List<StackResource> heirs(String stack) {
        var secret = secrets.describe(migration.secret().id()).map(SecretFacts::arn).orElse("");
        var role = migration.decommission().applicationRole().orElse("");
        return changes.resources(stack).stream()
                .filter(
                        one ->
                                switch (one.type()) {
                                    case OldTemplate.SECRET -> one.physicalId().equals(secret);
                                    case OldTemplate.ROLE -> one.physicalId().equals(role);
                                    default -> false;
                                })
                .toList();
    }

    private static boolean isRole(StackResource one) {
        return one.type().equals(OldTemplate.ROLE);
    }

    /// A policy that refers to other resources of the old stack means nothing in another one.
    private static String trust(OldTemplate template, List<StackResource> heirs) {
        return heirs.stream()
                .filter(PlanHandover::isRole)
                .map(
                        one ->
                                template.resource(one.logicalId())
                                        .at("/Properties/AssumeRolePolicyDocument"))
                .filter(policy -> policy.isObject() && isLiteral(policy))
                .map(JsonNode::toString)
                .findFirst()
                .orElse("");
    }

    private static boolean isLiteral(JsonNode node) {
        var refers =
                node.properties().stream()
                        .anyMatch(
                                one ->
                                        one.getKey().equals("Ref")
                                                || one.getKey().startsWith("Fn::"));
        if (refers) {
            return false;
        }
        for (var part : node) {
            if (!isLiteral(part)) {
                return false;
            }
        }
        return true;
    }
}
