package dev.daybreak.rehearsal.writers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which servers must refuse every write, since when, and which ones did not.
final class Bans {
    private static final int TOLD_MAX = 5;

    private final Map<String, Moment> since = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private long count;

    synchronized void forbid(String server, Moment moment) {
        since.put(server, moment);
    }

    synchronized void allow(String server) {
        since.remove(server);
    }

    /// A commit that was sent before the ban is none of its business, however late its answer came.
    synchronized void acknowledged(Acknowledged row) {
        Optional.ofNullable(since.get(row.server()))
                .filter(row.sent()::isAfter)
                .ifPresent(_ -> note(row));
    }

    private void note(Acknowledged row) {
        count++;
        if (told.size() < TOLD_MAX) {
            told.add(
                    "%s acknowledged row %d of %s at %s"
                            .formatted(row.server(), row.n(), row.writer(), row.answered().at()));
        }
    }

    synchronized List<String> broken() {
        var all = new ArrayList<>(told);
        if (count > told.size()) {
            all.add("… and %d writes more".formatted(count - told.size()));
        }
        return all;
    }
}
