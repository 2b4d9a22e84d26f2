package dev.daybreak.fakes;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.rds.DatabaseInstance;
import java.util.Map;
import java.util.Set;

/// Orders that only begin: an instance stays `starting`, `stopping`, `creating` or `deleting` until
/// a test says otherwise.
public final class FakeInstanceLife implements InstanceLife {
    private final Journal journal;
    private final FakeInstances instances;

    FakeInstanceLife(Journal journal, FakeInstances instances) {
        this.journal = journal;
        this.instances = instances;
    }

    @Override
    public void start(String instance) {
        become(instance, Set.of("stopped"), "starting");
        journal.write("start " + instance);
    }

    @Override
    public void stop(String instance) {
        become(instance, Set.of("available"), "stopping");
        journal.write("stop " + instance);
    }

    @Override
    public void delete(String instance, boolean keepAutomatedBackups) {
        become(instance, Set.of("available", "failed", "stopped"), "deleting");
        journal.write(
                "delete %s, %s its backups"
                        .formatted(instance, keepAutomatedBackups ? "keeping" : "with"));
    }

    @Override
    public void restore(String instance, String snapshot, String like, Map<String, String> tags) {
        instances.put(Examples.instance(instance, "16.15", "creating"));
        journal.write("restore %s from %s".formatted(instance, snapshot));
    }

    private void become(String instance, Set<String> from, String to) {
        var there =
                instances
                        .find(instance)
                        .orElseThrow(() -> new Unexpected("DBInstanceNotFound: " + instance));
        if (!from.contains(there.status())) {
            throw new Unavailable(
                    "InvalidDBInstanceState: %s is %s.".formatted(instance, there.status()));
        }
        instances.put(changed(there, to));
    }

    private static DatabaseInstance changed(DatabaseInstance one, String status) {
        return Examples.instance(one.id(), one.version(), status);
    }
}
