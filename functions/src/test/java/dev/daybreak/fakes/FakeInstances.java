package dev.daybreak.fakes;

import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// RDS with the instances that a test puts there.
public final class FakeInstances implements Instances {
    private final Map<String, DatabaseInstance> instances = new HashMap<>();

    public void put(DatabaseInstance instance) {
        instances.put(instance.id(), instance);
    }

    public void remove(String instance) {
        instances.remove(instance);
    }

    @Override
    public Optional<DatabaseInstance> find(String instance) {
        return Optional.ofNullable(instances.get(instance));
    }

    @Override
    public Optional<Long> freeStorageBytes(String instance) {
        return Optional.empty();
    }
}
