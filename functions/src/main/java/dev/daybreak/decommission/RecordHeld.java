package dev.daybreak.decommission;

import dev.daybreak.database.Side;
import dev.daybreak.note.Held;
import dev.daybreak.ports.Holdings;
import dev.daybreak.proof.Holding;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import java.time.Instant;
import java.time.InstantSource;

/// Records what the old instance holds, before it is stopped: the last snapshot is checked against
/// it.
public final class RecordHeld {
    private final Journal journal;
    private final Holdings holdings;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public RecordHeld(
            Journal journal, Holdings holdings, Places places, Logins logins, InstantSource clock) {
        this.journal = journal;
        this.holdings = holdings;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param run this execution's
    public record Order(String run) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is noted.
        record Recorded(Instant at, Holding holding) implements Answer {}
    }

    public Answer answer(Order order) {
        var held =
                journal.held()
                        .filter(one -> one.run().equals(order.run()))
                        .orElseGet(() -> record(order));
        return new Answer.Recorded(held.at(), held.holding());
    }

    private Held record(Order order) {
        var holding = holdings.of(places.of(Side.RDS), logins.daybreak());
        var held = new Held(order.run(), clock.instant(), holding);
        journal.write(held);
        return held;
    }
}
