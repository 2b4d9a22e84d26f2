package dev.daybreak.rehearsal.promises;

import java.util.List;

/// Row by row, by the writers' own ledger.
final class NoWriteIsLost implements Promise {
    @Override
    public String id() {
        return "P1";
    }

    @Override
    public String words() {
        return "No acknowledged write is lost.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        var rows = evidence.rows();
        if (rows.acknowledged() == 0) {
            return List.of("No write was acknowledged at all: nothing can be said.");
        }
        return rows.complaints().isBlank()
                ? List.of()
                : List.of("On %s: %s".formatted(rows.database(), rows.complaints()));
    }
}
