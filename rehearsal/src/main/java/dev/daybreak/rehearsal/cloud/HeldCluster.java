package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.Cluster;
import dev.daybreak.rehearsal.cloud.ServerPark.Endpoint;
import java.util.List;
import java.util.Map;

/// A cluster as RDS keeps it; its instances are kept by themselves.
///
/// @param parameterGroup used by it for as long as it lives
record HeldCluster(
        String id,
        String status,
        String version,
        Endpoint endpoint,
        boolean deletionProtected,
        String parameterGroup,
        Map<String, String> tags) {
    HeldCluster {
        tags = Map.copyOf(tags);
    }

    HeldCluster in(String newStatus) {
        return new HeldCluster(
                id, newStatus, version, endpoint, deletionProtected, parameterGroup, tags);
    }

    HeldCluster unprotected() {
        return new HeldCluster(id, status, version, endpoint, false, parameterGroup, tags);
    }

    /// Storage is always encrypted: the template says so.
    Cluster with(List<Cluster.Member> members) {
        return new Cluster(
                id,
                status,
                version,
                endpoint.host(),
                endpoint.port(),
                true,
                deletionProtected,
                members,
                tags);
    }
}
