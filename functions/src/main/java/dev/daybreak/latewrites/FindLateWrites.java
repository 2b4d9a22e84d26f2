package dev.daybreak.latewrites;

import dev.daybreak.database.Mark;
import dev.daybreak.database.Side;
import dev.daybreak.ports.Databases;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Tells whether anybody wrote to the source since a mark. An unchanged mark proves that nobody
/// did; a counter of changed rows that grew shows that somebody did; anything else is unclear, and
/// only comparing the data tells.
public final class FindLateWrites {
    private static final int TABLES_NAMED_MAX = 10;

    private final Databases databases;
    private final Places places;
    private final Logins logins;

    public FindLateWrites(Databases databases, Places places, Logins logins) {
        this.databases = databases;
        this.places = places;
        this.logins = logins;
    }

    /// @param ownTransactions the fence's own transaction ids; a fence that was raised by an
    ///   earlier try does not know them, and the answer is then unclear rather than wrong
    public record Order(Mark mark, List<Long> ownTransactions) {
        public Order {
            ownTransactions = List.copyOf(ownTransactions);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Proven: nobody wrote.
        record NoLateWrites() implements Answer {}

        /// Somebody wrote.
        ///
        /// @param rows inserted, updated or deleted, as the statistics count them
        /// @param where the tables with the most of them
        record LateWrites(long rows, String where) implements Answer {}

        /// Transaction ids were used that nobody can account for (autoanalyze does so), or the
        /// statistics were reset, or a prepared transaction is in between.
        record Unclear(long transactions) implements Answer {}
    }

    public Answer answer(Order order) {
        var now = databases.mark(places.of(Side.RDS), logins.daybreak());
        return decide(order.mark(), now, order.ownTransactions());
    }

    static Answer decide(Mark before, Mark now, List<Long> ownTransactions) {
        var own =
                ownTransactions.stream()
                        .distinct()
                        .filter(id -> id >= before.nextTransaction() && id < now.nextTransaction())
                        .count();
        var foreign = now.nextTransaction() - before.nextTransaction() - own;
        var rows = now.changes() - before.changes();
        var sequencesMoved = !now.sequences().equals(before.sequences());
        if (foreign == 0 && !sequencesMoved && isSettled(before) && isWithoutPrepared(now)) {
            return new Answer.NoLateWrites();
        }
        if (rows > 0) {
            return new Answer.LateWrites(rows, where(before, now));
        }
        if (sequencesMoved) {
            return new Answer.LateWrites(0, "sequences moved");
        }
        return new Answer.Unclear(foreign);
    }

    /// A transaction that was open or prepared at the mark may commit after it without a new
    /// transaction id. (Counters of rows do not matter here: they come seconds late, from before
    /// the mark too.)
    private static boolean isSettled(Mark mark) {
        return mark.openTransactions() == 0 && isWithoutPrepared(mark);
    }

    private static boolean isWithoutPrepared(Mark mark) {
        return mark.preparedTransactions() == 0;
    }

    private static String where(Mark before, Mark now) {
        var named =
                now.changesByTable().entrySet().stream()
                        .map(table -> Map.entry(table.getKey(), grown(before, table)))
                        .filter(table -> table.getValue() > 0)
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(table -> "%s %d".formatted(table.getKey(), table.getValue()))
                        .toList();
        var shown = String.join(", ", named.stream().limit(TABLES_NAMED_MAX).toList());
        return named.size() <= TABLES_NAMED_MAX
                ? shown
                : "%s and %d tables more".formatted(shown, named.size() - TABLES_NAMED_MAX);
    }

    private static long grown(Mark before, Map.Entry<String, Long> table) {
        return table.getValue() - before.changesByTable().getOrDefault(table.getKey(), 0L);
    }
}
