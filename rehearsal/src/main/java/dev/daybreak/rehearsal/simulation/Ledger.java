package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.database.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Numbers every write, and knows which ones a client was told of.
final class Ledger {
    private final List<Long> acknowledged = new ArrayList<>();
    private long numbers;

    /// Tries one more write.
    ///
    /// @return whether it was acknowledged
    boolean write(Session session) {
        long number = ++numbers;
        if (!session.insert(number)) {
            return false;
        }
        acknowledged.add(number);
        return true;
    }

    long acknowledged() {
        return acknowledged.size();
    }

    /// What of it is not there; blank where nothing is missing.
    String missing(Set<Long> there) {
        var lost = acknowledged.stream().filter(one -> !there.contains(one)).toList();
        return lost.isEmpty()
                ? ""
                : "%d of %d acknowledged writes are missing, the first is number %d"
                        .formatted(lost.size(), acknowledged.size(), lost.getFirst());
    }
}
