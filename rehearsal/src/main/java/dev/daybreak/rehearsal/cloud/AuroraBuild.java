package dev.daybreak.rehearsal.cloud;

import static dev.daybreak.rehearsal.cloud.AuroraTemplate.CLUSTER;
import static dev.daybreak.rehearsal.cloud.AuroraTemplate.ENGINE_VERSION;
import static dev.daybreak.rehearsal.cloud.AuroraTemplate.SNAPSHOT;

import dev.daybreak.rehearsal.cloud.ServerPark.Backup;
import dev.daybreak.rehearsal.cloud.ServerPark.Endpoint;
import dev.daybreak.stack.StackOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// One stack being built: the cluster, then its data, then its writer, then the outputs. Each is a
/// piece of background work that begins the next one.
final class AuroraBuild {
    private final Region region;
    private final AuroraTemplate template;
    private final RestoreRules rules;
    private final StackOrder order;
    private final String cluster;

    AuroraBuild(Region region, AuroraTemplate template, RestoreRules rules, StackOrder order) {
        this.region = region;
        this.template = template;
        this.rules = rules;
        this.order = order;
        this.cluster = parameter(CLUSTER);
    }

    void begin() {
        attempt("Cluster", this::placeCluster);
    }

    private void placeCluster() {
        if (!isWanted()) {
            return;
        }
        var endpoint = region.park().reserve(cluster);
        var backup =
                region.locked(
                        () -> {
                            var found =
                                    rules.backup(
                                            cluster,
                                            parameter(SNAPSHOT),
                                            parameter(ENGINE_VERSION));
                            region.clusters.put(cluster, region.now(), held("creating", endpoint));
                            return found;
                        });
        region.inBackground(() -> attempt("Cluster", () -> restore(backup, endpoint)));
    }

    private void restore(Backup backup, Endpoint endpoint) {
        region.update(
                () -> region.clusters.put(cluster, region.now(), held("migrating", endpoint)));
        try {
            var volume = backup.restore();
            region.update(() -> region.volumes.put(cluster, volume));
        } catch (RuntimeException e) {
            region.update(
                    () ->
                            region.clusters.put(
                                    cluster, region.now(), held("migration-failed", endpoint)));
            throw e;
        }
        region.update(
                () -> region.clusters.put(cluster, region.now(), held("available", endpoint)));
        region.inBackground(() -> attempt("Writer", () -> startWriter(endpoint)));
    }

    private void startWriter(Endpoint endpoint) {
        if (!isWanted()) {
            return;
        }
        var begun = region.soon();
        var volume = region.locked(() -> placeWriter(endpoint, begun));
        try {
            var server = volume.start(endpoint, AuroraTemplate.serverParameters());
            region.update(() -> finish(server, endpoint, begun));
        } catch (RuntimeException e) {
            region.update(
                    () ->
                            region.instances.put(
                                    writer(), region.soon(), writer("failed", endpoint)));
            throw e;
        }
    }

    private ServerPark.Volume placeWriter(Endpoint endpoint, Instant from) {
        var volume = Optional.ofNullable(region.volumes.get(cluster));
        var isThere =
                region.clusters
                        .find(cluster, region.now())
                        .filter(one -> one.status().equals("available"))
                        .isPresent();
        if (!isThere || volume.isEmpty()) {
            throw new Refused("InvalidDBClusterStateFault: " + cluster + " is not available");
        }
        if (region.instances.find(writer(), region.now()).isPresent()) {
            throw new Refused("DBInstanceAlreadyExists: DB instance already exists");
        }
        region.instances.put(writer(), from, writer("creating", endpoint));
        return volume.orElseThrow();
    }

    /// It is `available` only some time after it was first seen `creating`.
    private void finish(ServerPark.Server server, Endpoint endpoint, Instant begun) {
        region.servers.put(writer(), server);
        var available = (begun.isAfter(region.now()) ? begun : region.now()).plus(region.step());
        region.instances.put(writer(), available, writer("available", endpoint));
        if (isWanted()) {
            var group = "sg-%017x".formatted((long) order.token().hashCode() & 0xffff_ffffL);
            var outputs = template.outputs(cluster, endpoint, group);
            var stack = HeldStack.ordered(order);
            var done = available.plus(region.step());
            var end =
                    clash(outputs.keySet(), done)
                            .map(why -> stack.in(HeldStack.NOT_CREATED, Optional.of(why)))
                            .orElseGet(() -> stack.created(outputs));
            region.stacks.put(order.name(), done, end);
        }
    }

    /// CloudFormation learns of it last, when all the work is done.
    private Optional<String> clash(Set<String> outputs, Instant at) {
        return region.stacks.all(at).stream()
                .filter(other -> !other.order().name().equals(order.name()))
                .filter(other -> !Collections.disjoint(other.outputs().keySet(), outputs))
                .findFirst()
                .map(
                        other ->
                                "%s: Export with name %s is already exported by stack %s."
                                        .formatted(
                                                order.name(),
                                                template.export(outputs.iterator().next()),
                                                other.order().name()));
    }

    private boolean isWanted() {
        return region.locked(
                () ->
                        region.stacks
                                .find(order.name(), region.now())
                                .filter(held -> held.equals(HeldStack.ordered(order)))
                                .isPresent());
    }

    /// What the work throws becomes the stack's reason: nobody else is there to hear it.
    private void attempt(String resource, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            var why = "%s: %s".formatted(resource, e.getMessage());
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

    private HeldCluster held(String status, Endpoint endpoint) {
        return HeldCluster.ordered(order, status, endpoint);
    }

    private String writer() {
        return AuroraTemplate.writer(cluster);
    }

    private HeldInstance writer(String status, Endpoint endpoint) {
        var arn = region.arn("rds", "db:" + writer());
        return HeldInstance.writer(held("available", endpoint), writer(), arn).in(status);
    }

    private String parameter(String name) {
        return order.parameters().getOrDefault(name, "");
    }
}
