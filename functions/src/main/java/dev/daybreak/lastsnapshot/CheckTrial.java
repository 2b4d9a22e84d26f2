package dev.daybreak.lastsnapshot;

import dev.daybreak.database.Address;
import dev.daybreak.database.Login;
import dev.daybreak.database.Side;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Holdings;
import dev.daybreak.ports.Instances;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Compares what the restored snapshot holds, every row of it, with what was recorded when the
/// instance was stopped.
public final class CheckTrial {
    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Databases databases;
    private final Holdings holdings;
    private final Places places;
    private final Logins logins;

    public CheckTrial(
            Migration migration,
            Journal journal,
            Instances instances,
            Databases databases,
            Holdings holdings,
            Places places,
            Logins logins) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.databases = databases;
        this.holdings = holdings;
        this.places = places;
        this.logins = logins;
    }

    /// @param trial the throw-away instance's identifier
    public record Order(String trial) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It holds the same.
        record Whole(String snapshot, int tables, long rows) implements Answer {}

        /// It does not; nothing may be deleted.
        record Different(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var name = migration.decommission().finalSnapshot();
        var recorded =
                journal.held()
                        .orElseThrow(
                                () -> new Unexpected("What the instance held was not recorded."))
                        .holding();
        var trial =
                instances
                        .find(order.trial())
                        .orElseThrow(
                                () ->
                                        new Unavailable(
                                                "Instance %s cannot be seen."
                                                        .formatted(order.trial())));
        var database = places.of(Side.RDS).database();
        var address = new Address(trial.host(), trial.port(), database);
        if (!(databases.login(address, logins.daybreak()) instanceof Login.Accepted)) {
            return new Answer.Different(
                    "Daybreak's own role cannot log in to what snapshot %s restores."
                            .formatted(name));
        }
        var restored = holdings.of(address, logins.daybreak());
        var unlike = recorded.unlike(restored);
        return unlike.isBlank()
                ? new Answer.Whole(name, restored.tables(), restored.rows())
                : new Answer.Different(
                        "Snapshot %s does not hold what instance %s held at the stop: %s. The instance is kept. Find out who wrote to it (pg_stat_activity, its log); if it is right as it is now, delete the snapshot and start decommission anew."
                                .formatted(name, migration.source().instance(), unlike));
    }
}
