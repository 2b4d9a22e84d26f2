package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rehearsal.cloud.RestoreRules.Restorable;
import dev.daybreak.rehearsal.cloud.template.Resource;
import dev.daybreak.rehearsal.cloud.template.Scope;
import java.util.Map;

/// A stack's cluster: first its name and endpoint, then its data. It is `available` without any
/// instance.
final class ClusterBuild {
    private final Region region;
    private final RestoreRules rules;
    private final StackBuild stack;
    private final Resource resource;
    private final ClusterWish wish;

    ClusterBuild(
            Region region,
            RestoreRules rules,
            StackBuild stack,
            Resource resource,
            ClusterWish wish) {
        this.region = region;
        this.rules = rules;
        this.stack = stack;
        this.resource = resource;
        this.wish = wish;
    }

    void begin() {
        var endpoint = region.park().reserve(wish.id());
        var found = region.locked(() -> place(endpoint));
        var cluster = HeldCluster.creating(wish, endpoint, found.encrypted(), stack.tags());
        region.inBackground(() -> stack.attempt(resource, () -> restore(cluster, found)));
    }

    private Restorable place(ServerPark.Endpoint endpoint) {
        var found = rules.restorable(wish);
        region.clusters.put(
                wish.id(),
                region.now(),
                HeldCluster.creating(wish, endpoint, found.encrypted(), stack.tags()));
        stack.owns(resource, wish.id());
        return found;
    }

    private void restore(HeldCluster cluster, Restorable found) {
        put(cluster.in("migrating"));
        try {
            var volume = found.backup().restore();
            region.update(() -> region.volumes.put(wish.id(), volume));
        } catch (RuntimeException e) {
            put(cluster.in("migration-failed"));
            throw e;
        }
        region.update(() -> finish(cluster));
        region.inBackground(stack::goOn);
    }

    private void finish(HeldCluster cluster) {
        region.clusters.put(wish.id(), region.now(), cluster.in("available"));
        var facts =
                Map.of(
                        Scope.REF,
                        wish.id(),
                        "Endpoint.Address",
                        cluster.endpoint().host(),
                        "Endpoint.Port",
                        Integer.toString(cluster.endpoint().port()));
        stack.made(resource, facts, region.now());
    }

    private void put(HeldCluster cluster) {
        region.update(() -> region.clusters.put(wish.id(), region.now(), cluster));
    }
}
