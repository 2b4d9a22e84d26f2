package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportPlan;
import dev.daybreak.stack.StackOrder;
import dev.daybreak.stack.StackResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Templates of stacks that are there, and changes to them: as unkind as CloudFormation, which does
/// what a template says and not what somebody meant.
public final class StackEdits implements StackChanges {
    private final Region region;
    private final Owned owned;
    private final StackTexts texts;
    private final Map<String, ImportOrder> orders = new HashMap<>();
    private final Map<String, ImportPlan> plans = new HashMap<>();

    StackEdits(Region region, SecretsManager secrets, RdsLives life) {
        this.region = region;
        this.texts = new StackTexts(region);
        this.owned = new Owned(region, secrets, life);
    }

    /// A stack that somebody made long ago.
    public void plant(String stack, String template, List<StackResource> resources) {
        region.update(
                () -> {
                    texts.write(stack, Rows.read(template));
                    texts.own(stack, resources);
                    var order = new StackOrder(stack, Map.of(), Map.of(), "planted-" + stack);
                    region.stacks.put(
                            stack,
                            region.seen(),
                            HeldStack.ordered(order).in(HeldStack.CREATED, Optional.empty()));
                });
    }

    /// The template that a stack which is built here was made from.
    public void describe(String stack, String template) {
        region.update(() -> texts.write(stack, Rows.read(template)));
    }

    /// Logical ids of what went with its stack.
    public List<String> gone() {
        return region.locked(owned::gone);
    }

    boolean isPlanted(String stack) {
        return texts.owners().contains(stack)
                && region.stacks
                        .find(stack, region.now())
                        .filter(held -> held.order().token().startsWith("planted-"))
                        .isPresent();
    }

    /// All but what is retained goes with it. The caller locks.
    void delete(HeldStack stack, Instant done) {
        var name = stack.order().name();
        region.stacks.put(name, region.now(), stack.in(HeldStack.DELETING, Optional.empty()));
        var template = texts.demand(name);
        for (var resource : texts.owned(name)) {
            var policy = template.at("/Resources/" + resource.logicalId() + "/DeletionPolicy");
            if (!policy.asText().equals("Retain")) {
                owned.remove(resource);
            }
        }
        region.stacks.remove(name, done);
    }

    @Override
    public String template(String stack) {
        return region.call("StackChanges", "template", () -> texts.demand(stack).toString());
    }

    @Override
    public List<StackResource> resources(String stack) {
        return region.call("StackChanges", "resources", () -> texts.owned(stack));
    }

    @Override
    public Map<String, String> parameters(String stack) {
        return region.call(
                "StackChanges", "parameters", () -> texts.held(stack).order().parameters());
    }

    @Override
    public void update(String stack, String template, String token) {
        region.run(
                "StackChanges",
                "update",
                () -> {
                    texts.demandSettled(stack);
                    var after = Rows.read(template);
                    var before = texts.demand(stack);
                    Rows.between(before, after, List.of()).stream()
                            .filter(row -> row.replacement().equals("True"))
                            .forEach(row -> owned.replace(resource(stack, row.logicalId())));
                    texts.write(stack, after);
                    texts.move(stack, "UPDATE");
                });
    }

    private StackResource resource(String stack, String id) {
        return texts.owned(stack).stream()
                .filter(one -> one.logicalId().equals(id))
                .findFirst()
                .orElse(new StackResource(id, "", ""));
    }

    @Override
    public void plan(ImportOrder order) {
        region.run(
                "StackChanges",
                "plan",
                () -> {
                    texts.demandSettled(order.stack());
                    var after = Rows.read(order.template());
                    for (var one : order.imported()) {
                        demandImportable(after.at("/Resources/" + one.logicalId()), one);
                    }
                    orders.put(order.changeSet(), order);
                    plans.put(
                            order.changeSet(),
                            new ImportPlan(
                                    "CREATE_COMPLETE",
                                    "",
                                    Rows.between(
                                            texts.demand(order.stack()), after, order.imported())));
                });
    }

    /// What is imported needs a `DeletionPolicy`, and no other stack may own it.
    private void demandImportable(JsonNode resource, ImportOrder.Imported one) {
        if (!resource.has("DeletionPolicy")) {
            throw new Unexpected(
                    "ValidationError: Resources to import must have a DeletionPolicy: %s."
                            .formatted(one.logicalId()));
        }
        for (var stack : texts.owners()) {
            var isThere = region.stacks.find(stack, region.now()).isPresent();
            if (isThere && resources(stack, one).isPresent()) {
                throw new Unexpected(
                        "ValidationError: %s belongs to stack %s already."
                                .formatted(one.logicalId(), stack));
            }
        }
    }

    private Optional<StackResource> resources(String stack, ImportOrder.Imported one) {
        return texts.owned(stack).stream()
                .filter(other -> one.identifier().containsValue(other.physicalId()))
                .findFirst();
    }

    @Override
    public Optional<ImportPlan> look(String stack, String changeSet) {
        return region.call("StackChanges", "look", () -> Optional.ofNullable(plans.get(changeSet)));
    }

    @Override
    public void execute(String stack, String changeSet) {
        region.run(
                "StackChanges",
                "execute",
                () -> {
                    var order = Optional.ofNullable(orders.get(changeSet)).orElseThrow();
                    var all = new ArrayList<>(texts.owned(stack));
                    order.imported()
                            .forEach(
                                    one ->
                                            all.add(
                                                    new StackResource(
                                                            one.logicalId(),
                                                            one.type(),
                                                            String.join(
                                                                    "",
                                                                    one.identifier().values()))));
                    texts.write(stack, Rows.read(order.template()));
                    texts.own(stack, all);
                    plans.remove(changeSet);
                    texts.move(stack, "IMPORT");
                });
    }

    @Override
    public void discard(String stack, String changeSet) {
        region.run("StackChanges", "discard", () -> plans.remove(changeSet));
    }
}
