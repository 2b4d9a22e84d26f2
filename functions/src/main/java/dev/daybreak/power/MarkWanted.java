package dev.daybreak.power;

import dev.daybreak.migration.Migration;
import dev.daybreak.note.Wanted;
import dev.daybreak.ports.Instances;
import dev.daybreak.runtime.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Notes down whether we want the old instance to run, before anything is done about it.
public final class MarkWanted {
    private static final Set<String> DOWN = Set.of("stopped", "stopping");

    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final InstantSource clock;

    public MarkWanted(
            Migration migration, Journal journal, Instances instances, InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.clock = clock;
    }

    /// @param by an execution's ARN, or who else it is that wants it
    /// @param over whose marker it may take the place of
    public record Order(Wanted.State state, String by, Over over) {}

    /// Whose marker may be replaced.
    public enum Over {
        ANY,
        /// One that says stopped, or one that the same state machine wrote: whoever else wants the
        /// instance running goes first.
        OWN
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is noted.
        record Marked(Instant since) implements Answer {}

        /// Somebody else wants it running.
        record Kept(String by) implements Answer {}
    }

    public Answer answer(Order order) {
        var there = journal.wanted();
        if (there.filter(one -> isSame(one, order)).isPresent()) {
            return new Answer.Marked(there.get().since());
        }
        if (order.over() == Over.OWN && there.filter(one -> isAnothers(one, order)).isPresent()) {
            return new Answer.Kept(there.get().by());
        }
        var rests = there.filter(one -> isSameRest(one, order));
        var since = rests.map(Wanted::since).orElseGet(clock::instant);
        var mine = new Wanted(order.state(), since, order.by());
        journal.write(mine);
        return new Answer.Marked(mine.since());
    }

    private static boolean isSame(Wanted there, Order order) {
        return there.state() == order.state() && there.by().equals(order.by());
    }

    /// AWS counts its seven days from when the instance was stopped, whoever wants that anew since.
    private boolean isSameRest(Wanted there, Order order) {
        return there.state() == Wanted.State.STOPPED
                && order.state() == Wanted.State.STOPPED
                && instances
                        .find(migration.source().instance())
                        .filter(one -> DOWN.contains(one.status()))
                        .isPresent();
    }

    private static boolean isAnothers(Wanted there, Order order) {
        return there.state() == Wanted.State.RUNNING && !there.isBySameMachine(order.by());
    }
}
