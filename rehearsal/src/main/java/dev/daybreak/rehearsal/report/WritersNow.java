package dev.daybreak.rehearsal.report;

/// What the writers were told until now, by database.
public record WritersNow(
        long acknowledgedByRds,
        long refusedByRds,
        long acknowledgedByAurora,
        long refusedByAurora,
        boolean writing) {
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
