package dev.daybreak.reverse;

import dev.daybreak.stream.Publication;
import java.util.List;

/// Why tables are not published, for people.
final class Unpublished {
    private static final int NAMED_MAX = 10;

    private Unpublished() {}

    static String why(Publication publication) {
        return publication.foreign().isEmpty()
                ? "A lossless rollback cannot hold for tables without a primary key: %s. Give them one, allow REPLICA IDENTITY FULL with source.replicaIdentityFull, or set rollback to snapshot-only."
                        .formatted(some(publication.left()))
                : "A lossless rollback cannot hold for tables that the database's owner does not own: %s. ALTER TABLE … OWNER TO that role, or set rollback to snapshot-only."
                        .formatted(some(publication.foreign()));
    }

    static String younger(Publication publication) {
        return "Tables were made after the migration began, and would not flow back to RDS: %s. Start the migration again."
                .formatted(some(publication.left()));
    }

    private static String some(List<String> tables) {
        var named = String.join(", ", tables.subList(0, Math.min(NAMED_MAX, tables.size())));
        return tables.size() <= NAMED_MAX
                ? named
                : "%s and %d more".formatted(named, tables.size() - NAMED_MAX);
    }
}
