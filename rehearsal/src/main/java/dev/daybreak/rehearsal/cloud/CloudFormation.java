package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Stacks;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Stacks made from the template that is deployed, without rollback: a failed one stays as it is,
/// with all that was made until then.
public final class CloudFormation implements Stacks {
    private final Region region;
    private final Template template;
    private final RestoreRules rules;
    private final RdsClusters clusters;
    private final StackEdits edits;
    private final Set<String> tokens = new HashSet<>();
    private final Map<String, StackBuild> builds = new HashMap<>();

    CloudFormation(
            Region region,
            Template template,
            RestoreRules rules,
            RdsClusters clusters,
            StackEdits edits) {
        this.region = region;
        this.template = template;
        this.rules = rules;
        this.clusters = clusters;
        this.edits = edits;
    }

    @Override
    public Optional<Stack> find(String stack) {
        return region.call(
                "Stacks",
                "find",
                () -> region.stacks.find(stack, region.seen()).map(HeldStack::shown));
    }

    /// A token is good for one stack: used again for another one, or after its stack was deleted,
    /// it is refused (`TokenAlreadyExistsException`; that a deleted stack's counts is inferred).
    @Override
    public void create(StackOrder order) {
        region.run("Stacks", "create", () -> order(order));
    }

    private void order(StackOrder order) {
        var there = region.stacks.find(order.name(), region.now());
        if (there.filter(held -> held.order().token().equals(order.token())).isPresent()) {
            return;
        }
        if (tokens.contains(order.token())) {
            throw new Unexpected(
                    "TokenAlreadyExistsException: the token of stack %s was used for another order."
                            .formatted(order.name()));
        }
        if (there.isPresent()) {
            throw new Unexpected(
                    "AlreadyExistsException: Stack [%s] already exists; it is %s."
                            .formatted(order.name(), there.orElseThrow().status()));
        }
        var build = new StackBuild(region, template, rules, order);
        builds.put(order.name(), build);
        tokens.add(order.token());
        region.stacks.put(order.name(), region.now(), HeldStack.ordered(order));
        region.inBackground(build::goOn);
    }

    /// What the template retains stays, and what that uses cannot go while it is there: the
    /// deletion then fails and may be ordered again later.
    @Override
    public void delete(String stack) {
        region.run(
                "Stacks",
                "delete",
                () ->
                        region.stacks
                                .find(stack, region.now())
                                .filter(held -> !held.status().equals(HeldStack.DELETING))
                                .ifPresent(this::delete));
    }

    private void delete(HeldStack stack) {
        var name = stack.order().name();
        var done = region.now().plus(region.removal());
        if (edits.isPlanted(name)) {
            edits.delete(stack, done);
            return;
        }
        var build = Objects.requireNonNull(builds.get(name), name);
        region.stacks.put(name, region.now(), stack.in(HeldStack.DELETING, Optional.empty()));
        var end =
                new StackDeletion(region, clusters, build)
                        .begin(done)
                        .map(why -> stack.in(HeldStack.NOT_DELETED, Optional.of(why)));
        region.stacks.write(new Ledger.Moment<>(done, name, end));
    }
}
