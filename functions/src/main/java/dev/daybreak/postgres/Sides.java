package dev.daybreak.postgres;

import dev.daybreak.proof.Method;
import java.util.List;

/// Both databases as a comparison sees them.
record Sides(ComparedSide rds, ComparedSide aurora) implements AutoCloseable {
    /// Tables that both have, in the order of their names; one that a side lacks is the schema's
    /// business.
    List<TablePair> pairs(Method method) {
        var both = Both.ask(rds::tables, aurora::tables);
        var ours = both.rds();
        ours.keySet().retainAll(both.aurora().keySet());
        both.aurora().keySet().retainAll(ours.keySet());
        var theirs = both.aurora().values().iterator();
        return ours.values().stream()
                .map(table -> TablePair.of(table, theirs.next(), method))
                .toList();
    }

    @Override
    public void close() {
        rds.close();
        aurora.close();
    }
}
