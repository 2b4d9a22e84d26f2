package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.cloud.template.Resource;
import dev.daybreak.rehearsal.cloud.template.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A stack's instance: the server over the cluster's data.
final class WriterBuild {
    private final Region region;
    private final StackBuild stack;
    private final Resource resource;
    private final ObjectNode properties;
    private final String id;
    private final String clusterId;

    WriterBuild(Region region, StackBuild stack, Resource resource, ObjectNode properties) {
        this.region = region;
        this.stack = stack;
        this.resource = resource;
        this.properties = properties;
        this.id = properties.path("DBInstanceIdentifier").asText();
        this.clusterId = properties.path("DBClusterIdentifier").asText();
    }

    void begin() {
        var begun = region.soon();
        var cluster = region.locked(() -> place(begun));
        try {
            var server = start(cluster);
            region.update(() -> finish(cluster, server, begun));
        } catch (RuntimeException e) {
            region.update(() -> region.instances.put(id, region.soon(), writer(cluster, "failed")));
            throw e;
        }
    }

    private ServerPark.Server start(HeldCluster cluster) {
        var volume = region.locked(() -> Optional.ofNullable(region.volumes.get(clusterId)));
        var parameters =
                region.locked(
                        () -> region.groups.serverParameters(cluster.wish().parameterGroup()));
        return volume.orElseThrow().start(cluster.endpoint(), parameters);
    }

    private HeldCluster place(Instant from) {
        var cluster =
                region.clusters
                        .find(clusterId, region.now())
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "DBClusterNotFoundFault: DBCluster %s not found"
                                                        .formatted(clusterId)));
        if (!cluster.status().equals("available") || !region.volumes.containsKey(clusterId)) {
            throw new Refused("InvalidDBClusterStateFault: " + clusterId + " is not available");
        }
        checkEngine(cluster.wish().engine());
        if (region.instances.find(id, region.now()).isPresent()) {
            throw new Refused("DBInstanceAlreadyExists: DB instance already exists");
        }
        region.instances.put(id, from, writer(cluster, "creating"));
        stack.owns(resource, id);
        return cluster;
    }

    private void checkEngine(String ofCluster) {
        var engine = properties.path("Engine").asText();
        if (!engine.equals(ofCluster)) {
            throw new Refused(
                    ("InvalidParameterCombination: The engine name requested for your DB instance"
                                    + " (%s) doesn't match the engine name of your DB cluster (%s).")
                            .formatted(engine, ofCluster));
        }
    }

    /// It is `available` only some time after it was first seen `creating`.
    private void finish(HeldCluster cluster, ServerPark.Server server, Instant begun) {
        region.servers.put(id, server);
        var available = (begun.isAfter(region.now()) ? begun : region.now()).plus(region.step());
        region.instances.put(id, available, writer(cluster, "available"));
        stack.made(resource, Map.of(Scope.REF, id), available);
    }

    private HeldInstance writer(HeldCluster cluster, String status) {
        var upgrades = properties.path("AutoMinorVersionUpgrade").asBoolean(true);
        return HeldInstance.writer(cluster, id, region.arn("rds", "db:" + id), upgrades).in(status);
    }
}
