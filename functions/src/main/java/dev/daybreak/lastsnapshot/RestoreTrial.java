package dev.daybreak.lastsnapshot;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Held;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Instances;
import dev.daybreak.runtime.Journal;
import java.util.Map;

/// Restores the last snapshot into a throw-away instance: a snapshot that nobody restored is a
/// hope.
public final class RestoreTrial {
    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final InstanceLife life;

    public RestoreTrial(
            Migration migration, Journal journal, Instances instances, InstanceLife life) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.life = life;
    }

    /// @param trial the throw-away instance's identifier, this execution's own
    public record Order(String trial) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is being made.
        record Ordered(String trial) implements Answer {}
    }

    public Answer answer(Order order) {
        if (instances.find(order.trial()).isEmpty()) {
            var run =
                    journal.held()
                            .map(Held::run)
                            .orElseThrow(
                                    () ->
                                            new Unexpected(
                                                    "What the instance held was not recorded."));
            life.restore(
                    order.trial(),
                    migration.decommission().finalSnapshot(),
                    migration.source().instance(),
                    Map.of("daybreak:migration", migration.name(), Held.TAG, run));
        }
        return new Answer.Ordered(order.trial());
    }
}
