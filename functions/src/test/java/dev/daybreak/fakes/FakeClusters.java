package dev.daybreak.fakes;

import dev.daybreak.ports.Clusters;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.Cluster.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Clusters whose removals are only begun; a test finishes them.
public final class FakeClusters implements Clusters {
    private final Journal journal;
    private final Map<String, Cluster> clusters = new HashMap<>();

    FakeClusters(Journal journal) {
        this.journal = journal;
    }

    public void put(Cluster cluster) {
        clusters.put(cluster.id(), cluster);
    }

    public void remove(String cluster) {
        clusters.remove(cluster);
    }

    @Override
    public Optional<Cluster> find(String cluster) {
        return Optional.ofNullable(clusters.get(cluster));
    }

    @Override
    public List<String> versions() {
        return List.of("16.11", "16.15");
    }

    @Override
    public void unprotect(String cluster) {
        var old = clusters.get(cluster);
        if (old != null && old.deletionProtected()) {
            put(with(old, old.status(), false, old.members()));
            journal.write("unprotect %s".formatted(cluster));
        }
    }

    @Override
    public void deleteMember(String instance) {
        for (var cluster : List.copyOf(clusters.values())) {
            var members =
                    cluster.members().stream()
                            .map(one -> one.id().equals(instance) ? deleting(one) : one)
                            .toList();
            if (!members.equals(cluster.members())) {
                put(with(cluster, cluster.status(), cluster.deletionProtected(), members));
                journal.write("delete member %s".formatted(instance));
            }
        }
    }

    @Override
    public void delete(String cluster) {
        var old = clusters.get(cluster);
        if (old != null && !old.status().equals("deleting")) {
            put(with(old, "deleting", old.deletionProtected(), old.members()));
            journal.write("delete cluster %s".formatted(cluster));
        }
    }

    private static Member deleting(Member member) {
        return new Member(member.id(), "deleting", member.isWriter());
    }

    private static Cluster with(
            Cluster old, String status, boolean isProtected, List<Member> members) {
        return new Cluster(
                old.id(),
                status,
                old.version(),
                old.host(),
                old.port(),
                old.encrypted(),
                isProtected,
                members,
                old.tags());
    }
}
