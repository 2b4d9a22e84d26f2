package dev.daybreak.rds;

import java.util.List;
import java.util.Map;

/// An Aurora DB cluster with its instances. A cluster that was just restored has none.
///
/// @param status of the cluster, AWS's own word
/// @param host the writer endpoint
public record Cluster(
        String id,
        String status,
        String version,
        String host,
        int port,
        boolean encrypted,
        boolean deletionProtected,
        List<Member> members,
        Map<String, String> tags) {
    public Cluster {
        members = List.copyOf(members);
        tags = Map.copyOf(tags);
    }

    /// One instance of a cluster.
    public record Member(String id, String status, boolean isWriter) {}

    /// The cluster and its writer take connections.
    public boolean isAvailable() {
        return "available".equals(status)
                && members.stream()
                        .anyMatch(one -> one.isWriter() && "available".equals(one.status()));
    }
}
