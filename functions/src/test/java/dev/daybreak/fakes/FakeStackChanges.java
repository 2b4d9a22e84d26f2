package dev.daybreak.fakes;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportPlan;
import dev.daybreak.stack.StackResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stacks whose updates take effect at once, unless a test lets one be ignored.
public final class FakeStackChanges implements StackChanges {
    private final Journal journal;
    private final FakeStacks stacks;
    private final Map<String, String> templates = new HashMap<>();
    private final Map<String, List<StackResource>> resources = new HashMap<>();
    private final Map<String, Map<String, String>> parameters = new HashMap<>();
    private final Map<String, ImportPlan> plans = new HashMap<>();
    private final List<ImportOrder> orders = new ArrayList<>();
    private Optional<ImportPlan> nextPlan = Optional.empty();
    private boolean isDeaf;

    FakeStackChanges(Journal journal, FakeStacks stacks) {
        this.journal = journal;
        this.stacks = stacks;
    }

    public void put(String stack, String template, List<StackResource> owned) {
        templates.put(stack, template);
        resources.put(stack, owned);
    }

    public void parameters(String stack, Map<String, String> values) {
        parameters.put(stack, Map.copyOf(values));
    }

    /// What the next change set turns out to be.
    public void nextPlan(ImportPlan plan) {
        nextPlan = Optional.of(plan);
    }

    /// Updates end without having changed anything.
    public void ignoreUpdates() {
        isDeaf = true;
    }

    public List<ImportOrder> orders() {
        return List.copyOf(orders);
    }

    @Override
    public String template(String stack) {
        return Optional.ofNullable(templates.get(stack))
                .orElseThrow(() -> new Unexpected("Stack %s does not exist".formatted(stack)));
    }

    @Override
    public List<StackResource> resources(String stack) {
        return resources.getOrDefault(stack, List.of());
    }

    @Override
    public Map<String, String> parameters(String stack) {
        return parameters.getOrDefault(stack, Map.of());
    }

    @Override
    public void update(String stack, String template, String token) {
        if (!template.equals(templates.get(stack))) {
            if (!isDeaf) {
                templates.put(stack, template);
            }
            stacks.find(stack).ifPresent(_ -> stacks.put(Examples.stack(stack, "UPDATE_COMPLETE")));
            journal.write("update stack %s".formatted(stack));
        }
    }

    @Override
    public void plan(ImportOrder order) {
        if (!plans.containsKey(order.changeSet())) {
            orders.add(order);
            plans.put(
                    order.changeSet(),
                    nextPlan.orElseGet(
                            () ->
                                    new ImportPlan(
                                            "CREATE_COMPLETE",
                                            "",
                                            order.imported().stream()
                                                    .map(
                                                            one ->
                                                                    new ImportPlan.Change(
                                                                            "Import",
                                                                            "",
                                                                            one.logicalId(),
                                                                            one.type()))
                                                    .toList())));
            journal.write("plan import into %s".formatted(order.stack()));
        }
    }

    @Override
    public Optional<ImportPlan> look(String stack, String changeSet) {
        return Optional.ofNullable(plans.get(changeSet));
    }

    @Override
    public void execute(String stack, String changeSet) {
        var owned = new ArrayList<>(resources(stack));
        orders.stream()
                .filter(one -> one.changeSet().equals(changeSet))
                .flatMap(one -> one.imported().stream())
                .map(one -> new StackResource(one.logicalId(), one.type(), "imported"))
                .forEach(owned::add);
        resources.put(stack, owned);
        journal.write("execute %s".formatted(changeSet));
    }

    @Override
    public void discard(String stack, String changeSet) {
        plans.remove(changeSet);
    }
}
