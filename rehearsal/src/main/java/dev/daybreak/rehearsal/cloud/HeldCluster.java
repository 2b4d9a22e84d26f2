package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.Cluster;
import dev.daybreak.rehearsal.cloud.ServerPark.Endpoint;
import java.util.List;
import java.util.Map;

/// A cluster as RDS keeps it; its instances are kept by themselves.
///
/// @param deletionProtected so, whatever the wish was at first
record HeldCluster(
        ClusterWish wish,
        String status,
        Endpoint endpoint,
        boolean encrypted,
        boolean deletionProtected,
        Map<String, String> tags) {
    HeldCluster {
        tags = Map.copyOf(tags);
    }

    /// Just ordered.
    static HeldCluster creating(
            ClusterWish wish, Endpoint endpoint, boolean encrypted, Map<String, String> tags) {
        return new HeldCluster(
                wish, "creating", endpoint, encrypted, wish.deletionProtected(), tags);
    }

    String id() {
        return wish.id();
    }

    HeldCluster in(String newStatus) {
        return new HeldCluster(wish, newStatus, endpoint, encrypted, deletionProtected, tags);
    }

    HeldCluster unprotected() {
        return new HeldCluster(wish, status, endpoint, encrypted, false, tags);
    }

    Cluster with(List<Cluster.Member> members) {
        return new Cluster(
                id(),
                status,
                wish.version(),
                endpoint.host(),
                endpoint.port(),
                encrypted,
                deletionProtected,
                members,
                tags);
    }
}
