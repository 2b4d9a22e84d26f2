package dev.daybreak.handover;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Heirloom;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.ports.Stacks;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Json;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportOrder.Imported;
import dev.daybreak.stack.StackResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Plans the import of secret and role into the Aurora stack; nothing changes by a plan.
public final class PlanImport {
    private static final String SECRET_ID = "HandedOverSecret";
    private static final String ROLE_ID = "HandedOverRole";

    private final Migration migration;
    private final Journal journal;
    private final Stacks stacks;
    private final StackChanges changes;
    private final Secrets secrets;

    public PlanImport(
            Migration migration,
            Journal journal,
            Stacks stacks,
            StackChanges changes,
            Secrets secrets) {
        this.migration = migration;
        this.journal = journal;
        this.stacks = stacks;
        this.changes = changes;
        this.secrets = secrets;
    }

    /// @param changeSet its name, this execution's own
    public record Order(String changeSet) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The plan is being made.
        record Planned(List<String> imported) implements Answer {
            public Planned {
                imported = List.copyOf(imported);
            }
        }

        /// There is nothing to import.
        record Nothing(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var stack = migration.target().stack();
        var heirs = journal.heirloom().map(Heirloom::resources).orElse(List.of());
        if (heirs.isEmpty() || stacks.find(stack).isEmpty()) {
            return new Answer.Nothing("No stack owned secret or role.");
        }
        var template = OldTemplate.read(stack, changes.template(stack)).tree();
        var imported = new ArrayList<Imported>();
        for (var heir : heirs) {
            if (!isOwned(template, heir)) {
                add(template, heir, imported);
            }
        }
        if (imported.isEmpty()) {
            return new Answer.Nothing("The Aurora stack has all that can be imported.");
        }
        changes.plan(new ImportOrder(stack, order.changeSet(), template.toString(), imported));
        return new Answer.Planned(imported.stream().map(Imported::logicalId).toList());
    }

    private static boolean isOwned(ObjectNode template, StackResource heir) {
        return template.path("Resources").has(id(heir));
    }

    private static String id(StackResource heir) {
        return heir.type().equals(OldTemplate.ROLE) ? ROLE_ID : SECRET_ID;
    }

    /// Nothing but what cannot differ from what is there: a `GenerateSecretString` or
    /// `SecretString` would write another value into the secret with the stack's next update.
    private void add(ObjectNode template, StackResource heir, List<Imported> imported) {
        var trust = journal.heirloom().map(Heirloom::roleTrust).orElse("");
        var isRole = heir.type().equals(OldTemplate.ROLE);
        if (isRole && trust.isBlank()) {
            return;
        }
        var resource = Json.MAPPER.createObjectNode();
        resource.put("Type", heir.type());
        resource.put("DeletionPolicy", "Retain").put("UpdateReplacePolicy", "Retain");
        var properties = resource.putObject("Properties");
        if (isRole) {
            properties.put("RoleName", heir.physicalId());
            properties.set("AssumeRolePolicyDocument", read(trust));
        }
        ((ObjectNode) template.path("Resources")).set(id(heir), resource);
        imported.add(
                new Imported(
                        id(heir),
                        heir.type(),
                        isRole ? Map.of("RoleName", heir.physicalId()) : Map.of("Id", arn(heir))));
    }

    private String arn(StackResource heir) {
        return secrets.describe(migration.secret().id())
                .map(SecretFacts::arn)
                .orElse(heir.physicalId());
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String trust) {
        try {
            return Json.MAPPER.readTree(trust);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a note of ours is no JSON", impossible);
        }
    }
}
