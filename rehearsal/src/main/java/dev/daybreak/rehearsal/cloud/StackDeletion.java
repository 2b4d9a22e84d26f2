package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Fault;
import dev.daybreak.rehearsal.cloud.template.Resource;
import dev.daybreak.rehearsal.cloud.template.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What goes with a stack: everything that the template does not retain. A group cannot go while a
/// cluster uses it.
record StackDeletion(Region region, RdsClusters clusters, StackBuild build) {
    /// Lets it all go.
    ///
    /// @param done when the stack will be looked at again
    /// @return why something stayed, where something did
    Optional<String> begin(Instant done) {
        var going = ownedClusters();
        return Stream.of(ResourceType.INSTANCE, ResourceType.CLUSTER)
                .flatMap(this::owned)
                .flatMap(one -> remove(one).stream())
                .findFirst()
                .or(() -> firstInUse(going, done));
    }

    private List<String> ownedClusters() {
        return owned(ResourceType.CLUSTER).map(this::physical).toList();
    }

    private Stream<Resource> owned(ResourceType type) {
        return build.template().resources().stream()
                .filter(one -> one.type() == type && !one.retained())
                .filter(one -> build.owned().containsKey(one.id()));
    }

    private Optional<String> remove(Resource resource) {
        try {
            if (resource.type() == ResourceType.CLUSTER) {
                clusters.remove(physical(resource));
            } else {
                clusters.removeMember(physical(resource));
            }
            return Optional.empty();
        } catch (Fault refused) {
            return Optional.of("%s: %s".formatted(resource.id(), refused.getMessage()));
        }
    }

    private Optional<String> firstInUse(List<String> going, Instant done) {
        return build.template().resources().stream()
                .filter(one -> !one.retained() && build.owned().containsKey(one.id()))
                .filter(one -> isUsed(physical(one), going, done))
                .findFirst()
                .map(one -> "%s: %s".formatted(one.id(), stillUsed(one)));
    }

    private boolean isUsed(String group, List<String> going, Instant done) {
        return region.clusters.all(done).stream()
                .filter(cluster -> !going.contains(cluster.id()))
                .anyMatch(cluster -> cluster.wish().uses().contains(group));
    }

    private String stillUsed(Resource resource) {
        var words =
                switch (resource.type()) {
                    case PARAMETER_GROUP ->
                            "One or more database instances are still members of this parameter group %s.";
                    case SECURITY_GROUP -> "resource %s has a dependent object";
                    case SUBNET_GROUP, CLUSTER, INSTANCE -> "%s is still used by a DB cluster";
                };
        return words.formatted(physical(resource));
    }

    private String physical(Resource resource) {
        return build.owned().getOrDefault(resource.id(), "");
    }
}
