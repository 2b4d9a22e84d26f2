package dev.daybreak.rehearsal.data;

import dev.daybreak.rehearsal.postgres.PostgresBinaries;

/// What the moved database holds: the same plan makes the same rows, byte for byte.
public record DataPlan(Size size, long seed, String database, String master) {
    /// Counts up whenever the statements of the generator change, so that no old cache is used.
    static final int GENERATOR_VERSION = 1;

    public DataPlan {
        refuseOdd("database", database);
        refuseOdd("master user", master);
    }

    String cacheName(PostgresBinaries binaries) {
        return "data-%s-pg%s-v%d-seed%d-%s-%s"
                .formatted(size, binaries.version(), GENERATOR_VERSION, seed, database, master);
    }

    private static void refuseOdd(String what, String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_-]{0,62}")) {
            throw new IllegalArgumentException("\"%s\" is no name of a %s".formatted(name, what));
        }
    }
}
