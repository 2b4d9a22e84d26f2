package dev.daybreak.rehearsal.promises;

import dev.daybreak.note.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of the old instance, and who did it.
///
/// @param instance its identifier
/// @param greenDays how many green days the settings want before it may be deleted
/// @param snapshotSince since when its last snapshot is available
/// @param deeds to any instance, in order
public record Departure(
        String instance, int greenDays, Optional<Instant> snapshotSince, List<Deed> deeds) {
    public Departure {
        deeds = List.copyOf(deeds);
    }

    /// @param what `start`, `stop`, `delete`, `restore`
    /// @param by `daybreak`, `aws` or `somebody`
    /// @param wanted what was noted as wanted at that moment
    /// @param greenDays how many days in a row were green at that moment
    public record Deed(
            Instant at,
            String instance,
            String what,
            String by,
            Optional<Wanted.State> wanted,
            int greenDays) {
        boolean is(String did, String who) {
            return what.equals(did) && by.equals(who);
        }
    }

    /// To the old instance only.
    List<Deed> own() {
        return deeds.stream().filter(one -> one.instance().equals(instance)).toList();
    }
}
