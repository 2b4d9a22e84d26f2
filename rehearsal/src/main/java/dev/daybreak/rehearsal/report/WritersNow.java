package dev.daybreak.rehearsal.report;

import java.time.Duration;

/// What the writers were told until now, by database.
///
/// @param writing whether a pod got an answer just now; writers breathe, so a moment is none
/// @param silence how long ago the last one was
public record WritersNow(
        long acknowledgedByRds,
        long refusedByRds,
        long acknowledgedByAurora,
        long refusedByAurora,
        boolean writing,
        Duration silence) {
    @Override
    public String toString() {
        return "RDS %,d written, %,d refused · Aurora %,d written, %,d refused%s"
                .formatted(
                        acknowledgedByRds,
                        refusedByRds,
                        acknowledgedByAurora,
                        refusedByAurora,
                        writing ? "" : " · DOWN");
    }
}
