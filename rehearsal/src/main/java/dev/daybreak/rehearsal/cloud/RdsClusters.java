package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Clusters;
import dev.daybreak.rds.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Aurora clusters: protected, slow to go, and their names taken until they are gone.
public final class RdsClusters implements Clusters {
    /// A cluster may be deleted in these; in others AWS says `InvalidDBClusterStateFault`.
    private static final Set<String> SETTLED = Set.of("available", "migration-failed");

    private final Region region;
    private final List<String> versions;

    RdsClusters(Region region, List<String> versions) {
        this.region = region;
        this.versions = List.copyOf(versions);
    }

    @Override
    public Optional<Cluster> find(String cluster) {
        return region.call(
                "Clusters",
                "find",
                () ->
                        region.clusters
                                .find(cluster, region.seen())
                                .map(held -> held.with(members(cluster, region.seen()))));
    }

    @Override
    public List<String> versions() {
        return region.call("Clusters", "versions", () -> versions);
    }

    @Override
    public void unprotect(String cluster) {
        region.run("Clusters", "unprotect", () -> held(cluster).ifPresent(this::unprotect));
    }

    private void unprotect(HeldCluster cluster) {
        if (isDeleting(cluster)) {
            return;
        }
        demandSettled(cluster);
        region.clusters.put(cluster.id(), region.now(), cluster.unprotected());
    }

    /// AWS deletes whatever instance is named, be it no cluster's: so does this.
    @Override
    public void deleteMember(String instance) {
        region.run("Clusters", "deleteMember", () -> removeMember(instance));
    }

    /// The same for who has called already, and locks.
    void removeMember(String instance) {
        region.instances
                .find(instance, region.now())
                .filter(held -> !held.status().equals("deleting"))
                .ifPresent(this::deleteInstance);
    }

    private void deleteInstance(HeldInstance instance) {
        var id = instance.shown().id();
        if (!Set.of("available", "failed").contains(instance.status())) {
            throw new Unavailable(
                    "InvalidDBInstanceState: %s is %s and cannot be deleted."
                            .formatted(id, instance.status()));
        }
        var gone = region.now().plus(region.removal());
        region.instances.put(id, region.now(), instance.in("deleting"));
        region.inBackground(() -> stop(instance, gone));
    }

    private void stop(HeldInstance instance, Instant notBefore) {
        var id = instance.shown().id();
        region.locked(() -> Optional.ofNullable(region.servers.remove(id)))
                .ifPresent(ServerPark.Server::stop);
        region.update(() -> region.instances.remove(id, later(notBefore, region.now())));
        instance.cluster()
                .filter(cluster -> held(cluster).filter(RdsClusters::isDeleting).isPresent())
                .ifPresent(cluster -> discard(cluster, notBefore));
    }

    @Override
    public void delete(String cluster) {
        region.run("Clusters", "delete", () -> remove(cluster));
    }

    /// The same for who has called already, and locks.
    void remove(String cluster) {
        held(cluster).filter(held -> !isDeleting(held)).ifPresent(this::delete);
    }

    private void delete(HeldCluster cluster) {
        if (cluster.deletionProtected()) {
            throw new Unexpected(
                    "InvalidParameterCombination: cluster %s has deletion protection: switch it off"
                                    .formatted(cluster.id())
                            + " first.");
        }
        demandSettled(cluster);
        if (instances(cluster.id(), region.soon())
                .anyMatch(one -> !one.status().equals("deleting"))) {
            throw new Unavailable(
                    "InvalidDBClusterStateFault: cluster %s still has instances that are not being"
                                    .formatted(cluster.id())
                            + " deleted.");
        }
        var gone = region.now().plus(region.removal());
        region.clusters.put(cluster.id(), region.now(), cluster.in("deleting"));
        region.inBackground(() -> discard(cluster.id(), gone));
    }

    /// The data goes when the last server has stopped, whichever of the two was asked for last.
    private void discard(String cluster, Instant notBefore) {
        if (region.locked(() -> hasServer(cluster))) {
            return;
        }
        region.locked(() -> Optional.ofNullable(region.volumes.remove(cluster)))
                .ifPresent(ServerPark.Volume::discard);
        region.update(() -> region.clusters.remove(cluster, later(notBefore, region.soon())));
    }

    private boolean hasServer(String cluster) {
        return instances(cluster, region.now())
                .anyMatch(one -> region.servers.containsKey(one.shown().id()));
    }

    private Optional<HeldCluster> held(String cluster) {
        return region.clusters.find(cluster, region.now());
    }

    private Stream<HeldInstance> instances(String cluster, Instant at) {
        return region.instances.all(at).stream()
                .filter(one -> one.cluster().equals(Optional.of(cluster)));
    }

    private List<Cluster.Member> members(String cluster, Instant at) {
        return instances(cluster, at)
                .map(one -> new Cluster.Member(one.shown().id(), one.status(), true))
                .toList();
    }

    private static void demandSettled(HeldCluster cluster) {
        if (!SETTLED.contains(cluster.status())) {
            throw new Unavailable(
                    "InvalidDBClusterStateFault: cluster %s is %s."
                            .formatted(cluster.id(), cluster.status()));
        }
    }

    private static boolean isDeleting(HeldCluster cluster) {
        return cluster.status().equals("deleting");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
