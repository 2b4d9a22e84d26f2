package dev.daybreak.keepstopped;

import dev.daybreak.database.Login;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Holdings;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import java.util.ArrayList;
import java.util.List;

/// Looks at the old instance while it runs for a moment: pending maintenance, a login, what it
/// holds.
public final class CheckAwake {
    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Databases databases;
    private final Holdings holdings;
    private final Places places;
    private final Logins logins;

    public CheckAwake(
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

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is well.
        record Well(List<String> remarks) implements Answer {
            public Well {
                remarks = List.copyOf(remarks);
            }
        }

        /// It is not what it was.
        record Unwell(List<String> remarks) implements Answer {
            public Unwell {
                remarks = List.copyOf(remarks);
            }
        }
    }

    public Answer answer(Order order) {
        var rds = places.of(Side.RDS);
        var daybreak = logins.daybreak();
        var remarks = new ArrayList<String>();
        instances
                .find(migration.source().instance())
                .map(DatabaseInstance::pendingMaintenance)
                .orElse(List.of())
                .forEach(one -> remarks.add("Pending maintenance: %s.".formatted(one)));
        if (!(databases.login(rds, daybreak) instanceof Login.Accepted accepted)) {
            remarks.addFirst("Daybreak's own role cannot log in to it any more.");
            return new Answer.Unwell(remarks);
        }
        var facts = databases.facts(rds, daybreak);
        remarks.add(
                "PostgreSQL %s answers; %d tables."
                        .formatted(accepted.version(), facts.tables().size()));
        var unlike = migration.keepStopped().compare() ? unlike() : "";
        if (!unlike.isBlank()) {
            remarks.addFirst("It does not hold what it held when it was stopped: " + unlike + ".");
            return new Answer.Unwell(remarks);
        }
        return new Answer.Well(remarks);
    }

    private String unlike() {
        return journal.held()
                .map(
                        held ->
                                held.holding()
                                        .unlike(
                                                holdings.of(
                                                        places.of(Side.RDS), logins.daybreak())))
                .orElse("");
    }
}
