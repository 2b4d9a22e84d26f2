package dev.daybreak.rehearsal.simulation.database;

/// Who connects.
///
/// @param address where from, as `pg_stat_activity` shows it
public record Client(String role, String password, String application, String address) {
    @Override
    public String toString() {
        return "%s@%s".formatted(application, address);
    }
}
