package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.database.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Numbers every write, and knows which ones a client was told of.
final class Ledger {
    /// The number of a row that is not the application's.
    static final long NOBODYS = -1;

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

    /// What of it is not there, or too much; blank where all is well.
    String missing(Set<Long> there) {
        if (there.contains(NOBODYS)) {
            return "there is a row that the application never wrote";
        }
        var lost = acknowledged.stream().filter(one -> !there.contains(one)).toList();
        return lost.isEmpty()
                ? ""
                : "%d of %d acknowledged writes are missing, the first is number %d"
                        .formatted(lost.size(), acknowledged.size(), lost.getFirst());
    }
}
