package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.Cluster;
import dev.daybreak.rehearsal.cloud.ServerPark.Endpoint;
import dev.daybreak.stack.StackOrder;
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

    /// As a stack's order wants it.
    static HeldCluster ordered(StackOrder order, String status, Endpoint endpoint) {
        var parameters = order.parameters();
        return new HeldCluster(
                parameters.getOrDefault(AuroraTemplate.CLUSTER, ""),
                status,
                parameters.getOrDefault(AuroraTemplate.ENGINE_VERSION, ""),
                endpoint,
                !parameters
                        .getOrDefault(AuroraTemplate.DELETION_PROTECTION, "true")
                        .equals("false"),
                parameterGroup(order),
                order.tags());
    }

    /// The physical name is another one for each stack, even of the same name.
    static String parameterGroup(StackOrder order) {
        return "%s-parameters-%08x".formatted(order.name(), order.token().hashCode());
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
