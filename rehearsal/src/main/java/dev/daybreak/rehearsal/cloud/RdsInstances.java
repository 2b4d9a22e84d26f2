package dev.daybreak.rehearsal.cloud;

import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import java.util.Optional;

/// DB instances, the writers of clusters among them, as `DescribeDBInstances` lists both.
public final class RdsInstances implements Instances {
    private final Region region;
    private Optional<Long> freeStorageBytes = Optional.empty();

    RdsInstances(Region region, DatabaseInstance source) {
        this.region = region;
        region.instances.put(
                source.id(), region.seen(), new HeldInstance(source, Optional.empty()));
    }

    @Override
    public Optional<DatabaseInstance> find(String instance) {
        return region.call(
                "Instances",
                "find",
                () -> region.instances.find(instance, region.seen()).map(HeldInstance::shown));
    }

    @Override
    public Optional<Long> freeStorageBytes(String instance) {
        return region.call(
                "Instances",
                "freeStorageBytes",
                () ->
                        region.instances
                                .find(instance, region.seen())
                                .filter(_ -> freeStorageBytes.isPresent())
                                .map(_ -> freeStorageBytes.orElseThrow()));
    }

    /// What CloudWatch will say from now on; without it there is no data.
    public void metersFreeStorage(long bytes) {
        region.update(() -> freeStorageBytes = Optional.of(bytes));
    }

    /// Another hand, or AWS itself, changes the instance: maintenance, an upgrade, a full disk.
    public void become(DatabaseInstance changed) {
        region.update(
                () ->
                        region.instances.put(
                                changed.id(),
                                region.now(),
                                new HeldInstance(changed, Optional.empty())));
    }
}
