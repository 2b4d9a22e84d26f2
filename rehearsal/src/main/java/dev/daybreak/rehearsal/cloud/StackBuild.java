package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.cloud.template.Resource;
import dev.daybreak.rehearsal.cloud.template.Scope;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.stack.StackOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One stack being built: each resource once all are there that it refers to, and the outputs last.
/// What takes time is background work, which goes on with the next one.
final class StackBuild {
    private final Region region;
    private final Template template;
    private final RestoreRules rules;
    private final StackOrder order;
    private final Scope scope;
    private final Set<String> begun = new HashSet<>();

    /// By logical id, the physical one; also of what failed halfway.
    private final SortedMap<String, String> owned = new TreeMap<>();

    private Instant latest = Instant.MIN;

    /// @throws dev.daybreak.fault.Unexpected where the template does not take these parameters
    StackBuild(Region region, Template template, RestoreRules rules, StackOrder order) {
        this.region = region;
        this.template = template;
        this.rules = rules;
        this.order = order;
        this.scope = template.open(order.parameters());
    }

    /// Makes whatever can be made now.
    void goOn() {
        for (var next = next(); next.isPresent(); next = next()) {
            var resource = next.orElseThrow();
            attempt(resource, () -> make(resource));
        }
        region.update(this::endIfComplete);
    }

    private Optional<Resource> next() {
        return region.locked(
                () ->
                        template.ready(scope.made().keySet()).stream()
                                .filter(one -> isWanted() && begun.add(one.id()))
                                .findFirst());
    }

    private void make(Resource resource) {
        var properties = region.locked(() -> scope.properties(resource));
        switch (resource.type()) {
            case CLUSTER ->
                    new ClusterBuild(region, rules, this, resource, ClusterWish.of(properties))
                            .begin();
            case INSTANCE -> new WriterBuild(region, this, resource, properties).begin();
            case PARAMETER_GROUP, SECURITY_GROUP, SUBNET_GROUP ->
                    region.update(() -> makeGroup(resource, properties));
        }
    }

    /// Its physical name is another one for each stack, even of the same name.
    private void makeGroup(Resource resource, ObjectNode properties) {
        var hash = order.token().hashCode();
        var name =
                "%s-%s-%08x".formatted(order.name(), resource.id().toLowerCase(Locale.ROOT), hash);
        var facts = Map.of(Scope.REF, name);
        switch (resource.type()) {
            case PARAMETER_GROUP -> region.groups.makeParameterGroup(name, properties);
            case SUBNET_GROUP -> Groups.checkSubnets(properties);
            case SECURITY_GROUP -> {
                name = "sg-%017x".formatted((long) hash & 0xffff_ffffL);
                region.groups.makeSecurityGroup(name, properties);
                facts = Map.of(Scope.REF, name, "GroupId", name);
            }
            case CLUSTER, INSTANCE -> throw new IllegalStateException(name + " is no group");
        }
        owns(resource, name);
        made(resource, facts, region.now());
    }

    void owns(Resource resource, String physical) {
        owned.put(resource.id(), physical);
    }

    /// @param facts what the template may refer to
    void made(Resource resource, Map<String, String> facts, Instant at) {
        scope.made(resource, facts);
        latest = at.isAfter(latest) ? at : latest;
    }

    Map<String, String> tags() {
        return order.tags();
    }

    Template template() {
        return template;
    }

    SortedMap<String, String> owned() {
        return owned;
    }

    private void endIfComplete() {
        if (!isWanted() || scope.made().size() < template.resources().size()) {
            return;
        }
        var stack = HeldStack.ordered(order);
        var exports = scope.exports().values();
        var done = latest.plus(region.step());
        var end =
                exports.stream()
                        .flatMap(export -> clash(export, done).stream())
                        .findFirst()
                        .map(why -> stack.in(HeldStack.NOT_CREATED, Optional.of(why)))
                        .orElseGet(() -> stack.created(scope.outputs(), exports));
        region.stacks.put(order.name(), done, end);
    }

    /// CloudFormation learns of it last, when all the work is done.
    private Optional<String> clash(String export, Instant at) {
        return region.stacks.all(at).stream()
                .filter(other -> !other.order().name().equals(order.name()))
                .filter(other -> other.exports().contains(export))
                .findFirst()
                .map(
                        other ->
                                "%s: Export with name %s is already exported by stack %s."
                                        .formatted(order.name(), export, other.order().name()));
    }

    private boolean isWanted() {
        return region.stacks
                .find(order.name(), region.now())
                .filter(held -> held.equals(HeldStack.ordered(order)))
                .isPresent();
    }

    /// What the work throws becomes the stack's reason: nobody else is there to hear it.
    void attempt(Resource resource, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            var why = "%s: %s".formatted(resource.id(), e.getMessage());
            region.update(() -> fail(why));
        }
    }

    private void fail(String why) {
        if (isWanted()) {
            region.stacks.put(
                    order.name(),
                    region.now(),
                    HeldStack.ordered(order).in(HeldStack.NOT_CREATED, Optional.of(why)));
        }
    }
}
