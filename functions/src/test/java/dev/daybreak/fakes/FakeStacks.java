package dev.daybreak.fakes;

import dev.daybreak.ports.Stacks;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stacks that stay `CREATE_IN_PROGRESS` until a test says otherwise; a deletion is only begun.
public final class FakeStacks implements Stacks {
    private final Journal journal;
    private final Map<String, Stack> stacks = new HashMap<>();
    private final List<StackOrder> orders = new ArrayList<>();

    FakeStacks(Journal journal) {
        this.journal = journal;
    }

    public void put(Stack stack) {
        stacks.put(stack.name(), stack);
    }

    public void remove(String stack) {
        stacks.remove(stack);
    }

    /// What was ordered so far.
    public List<StackOrder> orders() {
        return List.copyOf(orders);
    }

    @Override
    public Optional<Stack> find(String stack) {
        return Optional.ofNullable(stacks.get(stack));
    }

    @Override
    public void create(StackOrder order) {
        if (!stacks.containsKey(order.name())) {
            orders.add(order);
            put(stack(order.name(), "CREATE_IN_PROGRESS", order.tags()));
            journal.write(
                    "create stack %s as %s from %s under token %s"
                            .formatted(
                                    order.name(),
                                    order.parameters().getOrDefault("EngineVersion", "nothing"),
                                    order.parameters().getOrDefault("SnapshotArn", "nothing"),
                                    order.token()));
        }
    }

    @Override
    public void delete(String stack) {
        var old = stacks.get(stack);
        if (old != null && !old.status().equals("DELETE_IN_PROGRESS")) {
            put(stack(stack, "DELETE_IN_PROGRESS", old.tags()));
            journal.write("delete stack %s".formatted(stack));
        }
    }

    private static Stack stack(String name, String status, Map<String, String> tags) {
        return new Stack(name, status, Optional.empty(), Map.of(), tags);
    }
}
